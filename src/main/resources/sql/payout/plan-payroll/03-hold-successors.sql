-- A payout waits whose predecessor was paid after all, or may be. In a statement of its own: it sees what was reported of the
-- predecessors while their locks were waited for.
with held as (
  update payout set state = 'HELD', hold_reason = 'PREDECESSOR_PAID', updated_at = :now
  where current_payroll_id = :payroll and state = 'OPEN' and payout_id in (select s.successor_id from payout_successor s
    where s.payout_id = any (:predecessors) and exists (select from doubted_payment e where e.payout_id = s.payout_id
      and (e.paid_in_error or e.may_be_paid)))
  returning payout_id, partner, amount_vnd)
select open_case('PAYOUT_HELD', 'payout:' || payout_id,
  'Khoản chi trước của cùng chế độ, cùng tháng đã được chi, hoặc có thể vẫn được chi, sau khi trả lại.',
  :now, :held_due, partner => partner, amount_vnd => amount_vnd)
from held
