-- Locks the payouts of these payments.
select 1 from payout where payout_id in (select l.payout_id from payment l join staged_status using (payment_id))
order by payout_id
for update
