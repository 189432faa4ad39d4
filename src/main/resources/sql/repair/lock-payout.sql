-- A payout to be decided about, with the data that allow or forbid it; read when all locks are held.
select p.payout_id, p.state, p.payroll_id, p.line_no, p.current_payroll_id, p.current_line_no, r.state in ('PLANNED',
  'RELEASED') as planned,
  r.state = 'RELEASED' as released, r.withdrawn_at is not null as withdrawn, p.commune_code, p.pay_from, p.pay_until, p.amount_vnd,
  p.partner, p.channel, p.bank_bin,
  p.account_no, p.account_name,
  p.attempt + (exists (select from payment l where l.payout_id = p.payout_id and l.attempt = p.attempt))::integer as next_attempt,
  exists (select from payment l join refused_payment t using (payment_id) where l.payout_id = p.payout_id
    and t.may_be_paid) as may_be_paid,
  (select count(*) from payment l join duplicate_payment d using (payment_id) where l.payout_id = p.payout_id
    and d.outcome is null) as duplicates,
  exists (select from payout_successor s join payment l on l.payout_id = s.payout_id
    where s.successor_id = p.payout_id and l.state = 'PAID_IN_ERROR' and l.written_off_at is null) as predecessor_paid
from payout p join payroll r on r.payroll_id = p.current_payroll_id where p.payout_id = :payout for update of p
