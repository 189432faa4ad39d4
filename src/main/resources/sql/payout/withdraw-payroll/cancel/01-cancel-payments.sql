-- Nothing has left: the payments end and leave their open batches.
with left_behind as (
  select l.payment_id from current_payment l join payout p using (payout_id)
  where p.current_payroll_id = :payroll and l.current_state in ('PLANNED', 'BATCHED')),
changed as (
  update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, batch_id = null, batch_line = null,
    reason_code = 'WITHDRAWN', updated_at = :now
  from left_behind o where o.payment_id = payment.payment_id
  returning payment.payment_id)
select count(*) from changed
