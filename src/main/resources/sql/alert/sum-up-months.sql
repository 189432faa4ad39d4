-- One mail to the accountant for every closed month.
insert into mail (event, role, programme, period, created_at, next_try_at)
select 'MONTH', :accountant, p.programme, p.period, :wall, :wall
from month_not_notified p
order by p.period, p.programme
on conflict do nothing
