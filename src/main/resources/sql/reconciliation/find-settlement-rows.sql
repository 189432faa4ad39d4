-- The rows of a period's settlement, by partner and programme: what was booked, and what is open now.
with entries as (
  select partner, programme, column_name as what, item_count, amount_vnd from booking where period = :period
  union all
  select coalesce(partner, 'none'), programme, 'OPEN', 1, amount_vnd from payout where period = :period and state in ('OPEN', 'HELD'))
select partner, programme,
  coalesce(sum(item_count) filter (where what = 'HANDED_OVER'), 0) as handed_over_n,
  coalesce(sum(amount_vnd) filter (where what = 'HANDED_OVER'), 0) as handed_over_d,
  coalesce(sum(item_count) filter (where what = 'CARRIED_IN'), 0) as carried_in_n,
  coalesce(sum(amount_vnd) filter (where what = 'CARRIED_IN'), 0) as carried_in_d,
  coalesce(sum(item_count) filter (where what = 'MOVED_IN'), 0) as moved_in_n,
  coalesce(sum(amount_vnd) filter (where what = 'MOVED_IN'), 0) as moved_in_d,
  coalesce(sum(item_count) filter (where what = 'CAME_BACK'), 0) as came_back_n,
  coalesce(sum(amount_vnd) filter (where what = 'CAME_BACK'), 0) as came_back_d,
  coalesce(sum(item_count) filter (where what = 'PAID'), 0) as paid_n,
  coalesce(sum(amount_vnd) filter (where what = 'PAID'), 0) as paid_d,
  coalesce(sum(item_count) filter (where what = 'CARRIED_OUT'), 0) as carried_out_n,
  coalesce(sum(amount_vnd) filter (where what = 'CARRIED_OUT'), 0) as carried_out_d,
  coalesce(sum(item_count) filter (where what = 'MOVED_OUT'), 0) as moved_out_n,
  coalesce(sum(amount_vnd) filter (where what = 'MOVED_OUT'), 0) as moved_out_d,
  coalesce(sum(item_count) filter (where what = 'HANDED_BACK'), 0) as handed_back_n,
  coalesce(sum(amount_vnd) filter (where what = 'HANDED_BACK'), 0) as handed_back_d,
  coalesce(sum(item_count) filter (where what = 'OPEN'), 0) as open_n,
  coalesce(sum(amount_vnd) filter (where what = 'OPEN'), 0) as open_d
from entries group by partner, programme order by partner, programme
