-- Groups of payments of a partner that may be put into a batch; at a bank with a name check, no payment goes before its name was compared.
-- The first condition is asked once, first: when nothing is due no payment is read. The state is named itself, not the column planned, so
-- that payments are reached from their payroll: statistics do not know yet how many have just been planned.
select l.folder, p.programme, p.period, p.pay_from, max(p.pay_until) as pay_until, count(*) as payments
from payroll_to_gather w join payroll r using (payroll_id) join payout p on p.current_payroll_id = r.payroll_id
  join payment l on l.payout_id = p.payout_id and l.alive_or_paid
where exists (select from payroll_to_gather x join payroll y using (payroll_id)
    where x.partner = :partner and case x.released_at when '-infinity' then y.released_at else x.released_at end <= :released_until)
  and w.partner = :partner and case w.released_at when '-infinity' then r.released_at else w.released_at end <= :released_until
  and l.partner = :partner and l.state = 'PLANNED' and not l.frozen
  and coalesce(l.released_at, case when l.came_back_from is null then r.released_at end) <= :released_until
  and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:name_check_banks))
  and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id)
group by 1, 2, 3, 4
order by 1, 2, 3, 4
