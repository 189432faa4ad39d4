-- A line that names no amount contradicts none.
update staged_status s set amount_vnd = l.amount_vnd from payment l where l.payment_id = s.payment_id and s.amount_vnd is null
