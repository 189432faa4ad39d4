-- The credit of a payment that came back was found on a statement.
update payment set credit_matched = true where payment_id = :payment and state in ('RETURNED', 'PAID_IN_ERROR')
