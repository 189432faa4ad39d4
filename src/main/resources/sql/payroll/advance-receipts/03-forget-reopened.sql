-- Forgets the reopened payrolls that were looked at; one whose receipt must still move, because its row was locked, stays.
delete from payroll_reopened r
where r.reopened_id = any (:seen) and not exists (select from receipt_to_advance n where n.payroll_id = r.payroll_id)
