-- The refused lines of a payroll by reason, the most frequent first.
select reason_code, count(*) as items, sum(amount_vnd)::bigint as dong
from payroll_refusal
where payroll_id = :payroll
group by reason_code
order by 2 desc, 1
