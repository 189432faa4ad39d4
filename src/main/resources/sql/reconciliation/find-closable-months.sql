-- Months of a programme that could be closed: begun, something accepted, no payroll held for its totals, the last pay day past, every list
-- closed, nothing open.
select p.programme, p.period from payroll p
where p.state <> 'CANCELLED' and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)
group by p.programme, p.period
having max(p.pay_until) filter (where p.state = 'RELEASED') < :today and p.period <= :today
  and bool_and(p.state in ('RELEASED', 'REFUSED', 'HELD')) and bool_or(p.accepted_count > 0)
  and not exists (select from held_payroll h where h.programme = p.programme and h.period = p.period)
  and not exists (select from payout o where o.programme = p.programme and o.period = p.period and o.state in ('OPEN', 'HELD'))
  and not exists (select from payment l join payout o using (payout_id) join batch b on b.batch_id = l.batch_id
    where o.programme = p.programme and o.period = p.period and b.folder <> '' and not b.list_closed)
order by p.period, p.programme
