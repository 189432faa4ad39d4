-- Locks, in order, the payrolls whose receipt is to move; one that somebody works on is looked at the next time.
select payroll_id from payroll where payroll_id in (select payroll_id from receipt_to_advance)
order by payroll_id for no key update skip locked
