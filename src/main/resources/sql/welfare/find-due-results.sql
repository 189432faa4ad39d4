-- Results that the welfare database is not known to hold in their newest revision.
select payroll_id, line_no, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on, received_by, partner_ref,
  reason_code, reason_text, revision
from payout_result
where written_revision < revision
order by payroll_id, line_no
limit :chunk
