-- Approved payrolls that are not handed over to the partners yet, by month and programme.
select programme, period, count(*) as payrolls, sum(accepted_vnd) as dong
from payroll
where state in ('TAKEN', 'PLANNED')
group by programme, period
order by period, programme
