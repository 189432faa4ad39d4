-- A part has left: what has no number yet waits for a person.
with left_behind as (
  select l.payment_id from payment l join payout p using (payout_id)
  where p.current_payroll_id = :payroll and l.state in ('PLANNED', 'BATCHED')),
changed as (
  update payment set state = 'PLANNED', frozen = true, batch_id = null, batch_line = null, reason_code = payment.reason_code, updated_at = :now
  from left_behind o where o.payment_id = payment.payment_id
  returning payment.payment_id)
select count(*) from changed
