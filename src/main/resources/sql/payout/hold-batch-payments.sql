-- Locks every payment of the batch; gives how many they are and their sum in dong.
select count(*) as payments, coalesce(sum(amount_vnd), 0) as total_vnd
from (select amount_vnd from payment where batch_id = :batch order by payment_id for update) l
