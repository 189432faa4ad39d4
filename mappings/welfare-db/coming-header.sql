-- One payroll's header while it is a draft or approved.
SELECT payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from, pay_until,
       item_count, total_vnd, approved_at
FROM welfare.payroll
WHERE payroll_id = :payroll AND status IN ('DRAFT', 'APPROVED')
