-- Results of one change, after a line of it.
select payroll_id, line_no, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on, received_by, left(partner_ref, 40) as partner_ref,
  reason_code, reason_text, revision
from payout_result
where change_id = :change and (payroll_id, line_no) > (:payroll, :line)
order by payroll_id, line_no
limit :chunk
