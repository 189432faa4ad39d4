-- The payment that a payout would get by a channel; without one by its own.
select 0 as payment_id, p.payout_id, p.current_payroll_id, p.current_line_no, '' as end_to_end_id, coalesce(p.partner, 'none') as partner,
  p.entitlement_id, p.kind, p.for_from, p.for_to,
  case when coalesce(nullif(:channel, ''), p.channel) = 'BANK' then p.bank_bin || '/' || p.account_no end as account, false as paid,
  p.amount_vnd
from payout p
where p.payout_id = :payout
