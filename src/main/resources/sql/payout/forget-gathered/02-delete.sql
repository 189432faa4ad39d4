-- A statement of its own: it sees everything that was planned before the rows were locked. It touches no row but those. The state is named
-- itself, as in batch/find-waiting-payments; the offsets keep the looks at payouts and payments ones by key, never a join with all of them.
delete from payroll_to_gather w using unnest(:payrolls, :released) as locked (payroll_id, released_at)
where w.partner = :partner and w.payroll_id = locked.payroll_id and w.released_at = locked.released_at::timestamptz
  and not exists (select from payout p
    cross join lateral (select from payment l
      where l.payout_id = p.payout_id and l.alive_or_paid and l.partner = w.partner and l.state = 'PLANNED' and not l.frozen
        and coalesce(l.released_at, '-infinity') = w.released_at and (l.released_at is not null or l.came_back_from is null) offset 0) l
    where p.current_payroll_id = w.payroll_id offset 0)
