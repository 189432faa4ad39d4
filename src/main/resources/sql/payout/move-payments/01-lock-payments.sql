-- Locks the payments of a round, before their payouts.
select 1 from payment join staged_status using (payment_id)
where ordinal = :round and effect is null
order by payment_id
for update of payment
