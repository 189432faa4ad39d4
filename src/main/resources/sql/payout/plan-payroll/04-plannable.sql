-- Payouts of the payroll that have no payment which is active or paid.
select p.payout_id, p.payroll_id, p.line_no,
  p.attempt + (exists (select from payment l where l.payout_id = p.payout_id and l.attempt = p.attempt))::integer as next_attempt,
  p.channel, p.bank_bin, p.commune_code, p.pay_from, p.amount_vnd
from payout p where p.current_payroll_id = :payroll and p.state = 'OPEN'
  and not exists (select from payment l where l.payout_id = p.payout_id and l.alive_or_paid)
order by p.current_line_no
