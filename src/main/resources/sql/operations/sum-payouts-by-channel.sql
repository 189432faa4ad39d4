-- The payouts of a period by channel, partner and state, as the console shows them; archived ones too.
select channel as "kênh", partner as "đối tác", state as "trạng thái",
  count(*) as "số khoản", to_char(sum(amount_vnd), 'FM999,999,999,999,990') as "đồng"
from (
  select channel, partner, state, amount_vnd from payout where period = :period
  union all
  select channel, partner, state, amount_vnd from archived_payout where period = :period) of_month
group by channel, partner, state
order by 1 nulls first, 2 nulls first, 3
