-- The payments of a batch by state.
select state, count(*) as items, sum(amount_vnd)::bigint as dong
from payment
where batch_id = :batch
group by state
order by state
