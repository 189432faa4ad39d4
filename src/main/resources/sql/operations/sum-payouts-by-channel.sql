-- The payouts of a period by channel, partner and state, as the console shows them.
select channel as "kênh", partner as "đối tác", state as "trạng thái",
  count(*) as "số khoản", to_char(sum(amount_vnd), 'FM999,999,999,999,990') as "đồng"
from payout
where period = :period
group by channel, partner, state
order by 1 nulls first, 2 nulls first, 3
