-- The payouts of a payroll by kind, channel, state and what holds them.
select kind, channel, state, case when state = 'HELD' then hold_reason end as hold_reason, count(*) as items, sum(amount_vnd)::bigint as dong
from payout
where current_payroll_id = :payroll
group by 1, 2, 3, 4
order by 1, 2 nulls last, 3, 4
