-- Every approved payroll, oldest approval first: the order in which they are taken.
SELECT payroll_id
FROM welfare.payroll
WHERE status = 'APPROVED'
ORDER BY approved_at NULLS LAST, payroll_id
