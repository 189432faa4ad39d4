-- A part of the payroll was sent: freezes the payments without a number for a person.
with left_behind as (
  select l.payment_id from current_payment l join payout p using (payout_id)
  where p.current_payroll_id = :payroll and l.current_state in ('PLANNED', 'BATCHED')),
changed as (
  update payment set state = 'PLANNED', frozen = true, batch_id = null, batch_line = null, updated_at = :now
  from left_behind o where o.payment_id = payment.payment_id
  returning payment.payment_id)
select count(*) from changed
