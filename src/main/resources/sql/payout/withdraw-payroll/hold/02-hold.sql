-- Opens a case for each payout of a withdrawn payroll that waits; two persons decide. A payout with a payment that may travel is not
-- among them: 01 and the freezing leave it out.
with still as (
  select p.payout_id, p.partner, p.amount_vnd, p.state, f.payment_id
  from payroll r join payout p on p.current_payroll_id = r.payroll_id
  left join payment f on f.payout_id = p.payout_id and f.alive_or_paid
  where r.withdrawn_at is not null and r.state <> 'CANCELLED' and p.state in ('OPEN', 'HELD')
    and (f.payment_id is null and p.hold_reason is distinct from 'WITHDRAWN' or f.frozen and f.state = 'PLANNED')
    and p.payout_id = any (:locked)),
held as (
  update payout p set state = 'HELD', hold_reason = 'WITHDRAWN', updated_at = :now
  from still s
  where s.payout_id = p.payout_id and s.payment_id is null
    and not exists (select from payment l where l.payout_id = p.payout_id and l.alive_or_paid)
  returning p.payout_id)
select open_case('PAYROLL_WITHDRAWN', 'payout:' || s.payout_id,
  'Cơ quan đã rút bảng sau khi một phần đã gửi đi; khoản này chưa gửi hoặc chưa chi được: cho đi tiếp hay dừng hẳn?',
  :now, :due, partner => s.partner, amount_vnd => s.amount_vnd)
from still s
