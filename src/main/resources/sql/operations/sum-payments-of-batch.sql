-- The payments of a batch by state, archived ones too.
select state, count(*) as items, sum(amount_vnd)::bigint as dong
from (
  select current_state as state, amount_vnd from current_payment where batch_id = :batch
  union all
  select state, amount_vnd from archived_payment where batch_id = :batch) of_batch
group by state
order by state
