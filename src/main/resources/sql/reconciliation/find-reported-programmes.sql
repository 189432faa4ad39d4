-- Programmes of a period, and when their month was closed.
select p.programme, max(c.closed_at) as closed_at
from payroll p left join period_close c on c.programme = p.programme and c.period = p.period
where p.period = :period and p.state not in ('CANCELLED', 'REFUSED') group by p.programme order by p.programme
