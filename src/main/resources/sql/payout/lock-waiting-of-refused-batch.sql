-- Locks the payments that came back from a refused file and wait for a person; gives their amounts.
select amount_vnd from payment
where came_back_from = :batch and state = 'PLANNED' and released_at is null and frozen_for_batch is null
order by payment_id
for update
