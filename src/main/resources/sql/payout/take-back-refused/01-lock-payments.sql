-- Locks every payment of the refused file, before they are noted as refused.
select 1 from payment where batch_id = :batch order by payment_id for update
