-- A statement of its own: it sees everything that was planned before the rows were locked. The state is named itself, as in
-- batch/find-waiting-payments.
delete from payroll_to_gather w
where w.partner = :partner and w.released_at <= :released_until and w.payroll_id = any (:payrolls)
  and not exists (select from payout p join payment l on l.payout_id = p.payout_id and l.alive_or_paid
    where p.current_payroll_id = w.payroll_id and l.partner = w.partner and l.state = 'PLANNED' and not l.frozen
      and coalesce(l.released_at, '-infinity') = w.released_at and (l.released_at is not null or l.came_back_from is null))
