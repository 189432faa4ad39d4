-- One case a payout where the person is the matter. Money that came back is due when the policy has waited for another account in vain.
select open_case(s.case_kind, 'payout:' || l.payout_id,
  'Mã chi trả ' || l.end_to_end_id || ': đối tác ' || case s.reason_code when 'MAYBE_DECEASED'
    then 'nêu nhiều lý do hoặc ghi bằng lời, có thể người nhận đã mất'
    else case s.case_kind when 'PAYEE_DECEASED' then 'báo người nhận đã mất' else 'báo tiền đã chi bị trả về' end
      || coalesce(' (mã ' || s.code || ')', '') end || '.',
  :now, case s.case_kind when 'PAYMENT_RETURNED' then greatest(:returned_due,
    (p.pay_until - :account_days + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') else :due end, partner => :partner, file_id => :file, line_no => s.line_no, amount_vnd => l.amount_vnd)
from staged_status s join payment l using (payment_id) join payout p on p.payout_id = l.payout_id
where s.case_kind in ('PAYEE_DECEASED', 'PAYMENT_RETURNED') and s.effect = 'APPLIED'
