-- Payrolls to plan or to release that are due, next due at the given time; locked rows are left out.
update payroll
set retry_at = :next
where payroll_id in (
  select payroll_id from payroll
  where state in ('TAKEN', 'PLANNED') and (retry_at is null or retry_at <= :now)
  order by 1
  for no key update skip locked)
returning payroll_id, state
