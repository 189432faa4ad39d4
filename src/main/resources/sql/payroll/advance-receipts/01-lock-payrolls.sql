-- Locks, in order, the payrolls whose receipt is to move; a locked payroll is left for the next run.
select payroll_id from payroll where payroll_id in (select payroll_id from receipt_to_advance)
order by payroll_id for no key update skip locked
