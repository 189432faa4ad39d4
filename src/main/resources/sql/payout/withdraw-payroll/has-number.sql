-- Whether something of the payroll may be out; what is archived was paid. A revived payout's older payments got their numbers under another
-- payroll, before this one was taken, and none of them is alive or paid. A file that a restored database had forgotten may be older than its payroll,
-- which was taken anew.
select exists (select from payout p where p.current_payroll_id = :payroll and p.state not in ('OPEN', 'HELD'))
  or exists (select from archived_payout a where a.current_payroll_id = :payroll)
  or exists (select from payout p join payment l using (payout_id) join batch b on b.batch_id in (l.batch_id, l.came_back_from)
    where p.current_payroll_id = :payroll and b.seq is not null
      and (p.payroll_id = :payroll or l.state in ('SENT', 'ACCEPTED', 'PAID') and b.batch_id = l.batch_id
        or b.built_at >= (select taken_at from payroll where payroll_id = :payroll)))
