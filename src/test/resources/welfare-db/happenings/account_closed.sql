UPDATE welfare.payment_account a SET closed_on = ?::date, updated_at = now()
FROM welfare.payroll_item i WHERE i.entitlement_id = a.entitlement_id AND i.payroll_id = ? AND i.line_no = ? AND a.closed_on IS NULL
