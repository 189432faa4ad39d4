-- One case a payment whose statuses exclude each other.
select open_case('STATUS_CONTRADICTS', 'payout:' || l.payout_id,
  format('Trả lời trái với điều đã biết: mã chi trả %s,'
  || ' đang ở %s, đối tác báo %s', l.end_to_end_id, l.state, s.words),
  :now, :due, partner => l.partner, file_id => :file, line_no => s.line_no, amount_vnd => l.amount_vnd)
from (select payment_id, min(line_no) as line_no, string_agg(distinct reported, ', ') as words from staged_status
  where effect = 'CONTRADICTS'
  group by payment_id) s join payment l using (payment_id)
