-- A payment may travel at once, for its payroll is released.
update payment set released_at = :now where payout_id = :payout and attempt = :attempt
