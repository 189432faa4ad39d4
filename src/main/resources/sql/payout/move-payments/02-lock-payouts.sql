-- Locks the payouts of a round.
select 1 from payout p join payment using (payout_id) join staged_status using (payment_id)
where ordinal = :round and effect is null
order by p.payout_id
for update of p
