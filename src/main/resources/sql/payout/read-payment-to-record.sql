-- A payment whose outcome persons record; its row is locked.
select partner, batch_id, end_to_end_id, amount_vnd from payment where payment_id = :payment
