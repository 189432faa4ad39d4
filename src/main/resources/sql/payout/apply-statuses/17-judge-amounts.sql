-- Marks statuses whose amount differs from the payment's: they move nothing.
update staged_status set effect = 'AMOUNT_DIFFERS' where payment_vnd <> amount_vnd
