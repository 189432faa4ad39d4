-- One case a payment whose statuses exclude each other.
select open_case('STATUS_CONTRADICTS', 'payout:' || l.payout_id,
  format(case when s.file_stated then 'Trả lời trái với điều đã biết' else 'Trả lời không nêu tệp, có thể nói về tệp đã bị từ chối' end
  || ': mã chi trả %s, đang ở %s, đối tác báo %s', l.end_to_end_id, l.current_state, s.words),
  :now, :due, partner => l.partner, file_id => :file, line_no => s.line_no, amount_vnd => l.amount_vnd)
from (select payment_id, min(line_no) as line_no, string_agg(distinct reported, ', ') as words,
  bool_and(file_stated or reported in ('ACCEPTED', 'PAID')) as file_stated from staged_status
  where effect = 'CONTRADICTS'
  group by payment_id) s join current_payment l using (payment_id)
