UPDATE welfare.beneficiary b SET life_status = 'DECEASED', life_status_on = ?::date, updated_at = now()
FROM welfare.payroll_item i JOIN welfare.entitlement e USING (entitlement_id)
WHERE e.beneficiary_id = b.beneficiary_id AND i.payroll_id = ? AND i.line_no = ?
