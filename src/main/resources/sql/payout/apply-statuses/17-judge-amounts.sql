-- Marks statuses whose amount differs from the payment's: they move nothing.
update staged_status s set effect = 'AMOUNT_DIFFERS' from payment l where l.payment_id = s.payment_id and l.amount_vnd <> s.amount_vnd
