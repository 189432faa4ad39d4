INSERT INTO welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)
SELECT i.entitlement_id, '970405', '27003' || right(i.entitlement_id, 8), a.account_name, 'REGISTERED', given.day
FROM (SELECT ?::date AS day, ?::text AS payroll_id, ?::integer AS line_no) given JOIN welfare.payroll_item i USING (payroll_id, line_no)
JOIN welfare.payment_account a USING (entitlement_id) LIMIT 1
