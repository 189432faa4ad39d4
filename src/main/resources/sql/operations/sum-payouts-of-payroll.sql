-- The payouts of a payroll by kind, channel, state and what holds them; archived ones too.
select kind, channel, state, case when state = 'HELD' then hold_reason end as hold_reason,
  count(*) as items, sum(amount_vnd)::bigint as dong
from (
  select kind, channel, state, hold_reason, amount_vnd from payout where current_payroll_id = :payroll
  union all
  select kind, channel, state, null, amount_vnd from archived_payout where current_payroll_id = :payroll) of_payroll
group by 1, 2, 3, 4
order by 1, 2 nulls last, 3, 4
