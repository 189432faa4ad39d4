-- Payments in an open batch, in chunks.
select l.payment_id, p.payout_id, p.current_payroll_id, p.current_line_no, l.end_to_end_id, l.partner, p.entitlement_id, p.kind,
  p.for_from,
  p.for_to, case when l.channel = 'BANK' then l.bank_bin || '/' || l.account_no end as account, l.state = 'PAID' as paid, l.amount_vnd
from current_payment l join payout p using (payout_id)
where l.batch_id = :batch and l.current_state = 'BATCHED' and l.payment_id > :after order by l.payment_id limit :limit
