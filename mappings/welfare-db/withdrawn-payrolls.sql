-- Every payroll that its agency took back.
SELECT payroll_id
FROM welfare.payroll
WHERE status = 'WITHDRAWN'
ORDER BY payroll_id
