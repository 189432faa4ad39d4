-- A revived payout waits while a refused file may still pay an older payment of it, or money for it is out twice: only persons end that,
-- and the other payouts of the payroll do not wait for them.
with held as (
  update payout p set state = 'HELD', hold_reason = 'PREDECESSOR_PAID', updated_at = :now
  where p.current_payroll_id = :payroll and p.state = 'OPEN' and p.payroll_id <> p.current_payroll_id
    and exists (select from doubted_payment e where e.payout_id = p.payout_id and e.may_be_paid)
  returning payout_id, partner, amount_vnd)
select open_case('PAYOUT_HELD', 'payout:' || payout_id,
  'Lần chi trước của khoản này có thể vẫn được chi theo tệp đã bị từ chối, hoặc đã được chi hai lần; bảng mới chưa được chi khoản này.',
  :now, :held_due, partner => partner, amount_vnd => amount_vnd)
from held
