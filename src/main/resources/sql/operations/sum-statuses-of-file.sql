-- The statuses of payments that a file reported, by their effect.
select reported, provisional, effect, count(*) as items, sum(amount_vnd)::bigint as dong
from payment_status
where file_id = :file
group by reported, provisional, effect
order by reported, provisional, effect
