-- Payments of the entitlements that are out, or were paid in a month that is open.
select l.payment_id, p.payout_id, p.current_payroll_id, p.current_line_no, l.end_to_end_id, l.partner, p.entitlement_id, p.kind,
  p.for_from,
  p.for_to, case when l.channel = 'BANK' then l.bank_bin || '/' || l.account_no end as account, l.state = 'PAID' as paid, l.amount_vnd
from payment l join payout p using (payout_id)
where p.entitlement_id = any (:entitlements) and (
  l.state in ('SENT', 'ACCEPTED') and l.batch_id not in (select batch_id from open_batch) or l.state = 'PAID'
  and not exists (select from period_close c where c.programme = p.programme and c.period = p.period))
order by l.payment_id
