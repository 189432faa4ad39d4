-- Lets a payment travel at once. The caller made sure that its payroll is released.
update payment set released_at = :now where payout_id = :payout and attempt = :attempt
