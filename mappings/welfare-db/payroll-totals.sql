-- Control totals over every line, zero and negative amounts too.
SELECT count(*) AS item_count, coalesce(sum(amount_vnd), 0) AS total_vnd
FROM welfare.payroll_item
WHERE payroll_id = :payroll
