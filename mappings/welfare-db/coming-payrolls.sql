-- Every payroll that is a draft or approved, for dry runs: drafts first, the newest period first.
SELECT payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from, pay_until,
       item_count, total_vnd, approved_at, status = 'APPROVED' AS approved
FROM welfare.payroll
WHERE status IN ('DRAFT', 'APPROVED')
ORDER BY status = 'APPROVED', period_to DESC, payroll_id
