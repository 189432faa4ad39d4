-- Freezes payments without a number that would pay once more, or that a partner reports about although it should not hold them; they leave
-- their open batch and wait for a person.
update payment set frozen = true, state = 'PLANNED', batch_id = null, batch_line = null, updated_at = :now
where (state = 'PLANNED' or state = 'SENT' and batch_id in (select batch_id from open_batch)) and payment_id in (
  select n.payment_id from moved m join payment n on n.payout_id = m.payout_id and n.attempt > m.attempt
    where m.to_state = 'PAID_IN_ERROR'
  union select n.payment_id from moved m join payout_successor s using (payout_id) join payment n on n.payout_id = s.successor_id
    where m.to_state = 'PAID_IN_ERROR'
  union select payment_id from moved where concern = 'CONTRADICTS' and from_state in ('PLANNED', 'BATCHED'))
