-- The money that each partner must hold for the lists of the month.
select n.partner, sum(n.item_count) as payouts, sum(n.total_vnd) as vnd
from funding_need n join payroll p using (payroll_id)
where p.period = :period and p.state not in ('CANCELLED', 'REFUSED')
group by n.partner having sum(n.total_vnd) > 0 order by n.partner
