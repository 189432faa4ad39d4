-- Payrolls whose id begins with the given text, the newest month first.
select payroll_id, programme, commune_code, period, state, item_count, total_vnd
from payroll
where starts_with(payroll_id, :start)
order by period desc, payroll_id
limit 50
