-- Groups of payments of a partner that may be put into a batch; at a bank with a name check, no payment goes before its name was compared.
-- Its cost is that of the payrolls that are due, however many old payouts there are and whatever statistics say: payouts are reached from
-- their payroll and payments from their payout, and "offset 0" keeps each of these looks apart.
with due as materialized (
  select w.payroll_id, r.released_at from payroll_to_gather w join payroll r using (payroll_id)
  where w.partner = :partner and case w.released_at when '-infinity' then r.released_at else w.released_at end <= :released_until)
select l.folder, p.programme, p.period, p.pay_from, max(p.pay_until) as pay_until, count(*) as payments
from (select distinct payroll_id, released_at from due) d
  cross join lateral (select payout_id, programme, period, pay_from, pay_until from payout
    where current_payroll_id = d.payroll_id offset 0) p
  cross join lateral (select folder, end_to_end_id, released_at, came_back_from, bank_bin, name_checked_at from payment
    where payout_id = p.payout_id and alive_or_paid and partner = :partner and state = 'PLANNED' and not frozen offset 0) l
where coalesce(l.released_at, case when l.came_back_from is null then d.released_at end) <= :released_until
  and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:name_check_banks))
  and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id)
group by 1, 2, 3, 4
order by 1, 2, 3, 4
