-- Opens cases for the statuses that need a person. Cash is final only when its list is closed: what contradicts then is a change after the
-- close, and has that case.
select open_case(k.kind, 'payout:' || m.payout_id,
    format('%s: mã chi trả %s, đang ở %s, đối tác báo %s', k.words, m.end_to_end_id, m.from_state, m.reported),
    :now, :due, partner => m.partner, file_id => :file, line_no => m.line_no, amount_vnd => m.amount_vnd)
from moved m join (values ('PAID_UNEXPECTEDLY', 'Đã chi khi chưa gửi'), ('STATUS_CONTRADICTS', 'Trả lời trái với điều đã biết'),
  ('PAID_IN_ERROR', 'Đã chi cho khoản không còn ở kênh này')) k (kind, words)
  on k.kind = case when m.to_state = 'PAID_IN_ERROR' then 'PAID_IN_ERROR' when m.concern = 'UNEXPECTED'
      then 'PAID_UNEXPECTEDLY'
    when m.concern = 'CONTRADICTS' and m.channel = 'BANK' then 'STATUS_CONTRADICTS' end
