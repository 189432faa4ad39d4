-- Locks what is to be frozen, before it is asked whether it is still in an open batch.
select 1 from payment where (state = 'PLANNED' or state = 'SENT' and batch_id in (select batch_id from open_batch)) and payment_id in (
  select n.payment_id from moved m join payment n on n.payout_id = m.payout_id and n.attempt > m.attempt where m.to_state = 'PAID_IN_ERROR'
  union select n.payment_id from moved m join payout_successor s using (payout_id) join payment n on n.payout_id = s.successor_id
    where m.to_state = 'PAID_IN_ERROR')
order by payment_id for update
