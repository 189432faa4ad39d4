-- A planned payment stays out of every batch until a person lets it go.
update payment set frozen = true, updated_at = :now where payment_id = :payment
