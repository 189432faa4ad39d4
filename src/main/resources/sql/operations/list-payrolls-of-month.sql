-- The payrolls of a month behind an id.
select payroll_id, programme, commune_code, period, state, item_count, total_vnd
from payroll
where period = :period and payroll_id > :after::text
order by payroll_id
limit :most
