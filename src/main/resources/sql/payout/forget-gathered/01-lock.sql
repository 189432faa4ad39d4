-- The rows that gathering has looked through; payrolls into which payments are just being planned are left out.
select w.payroll_id, w.released_at::text as released_at from payroll_to_gather w join payroll r using (payroll_id)
where w.partner = :partner and case w.released_at when '-infinity' then r.released_at else w.released_at end <= :released_until
order by w.payroll_id, w.released_at for update of w skip locked
