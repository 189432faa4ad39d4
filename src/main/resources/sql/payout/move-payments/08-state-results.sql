-- States the results for the welfare database: paid, or open again after a return.
insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on,
  received_by, partner_ref, reason_code, reason_text, revision, updated_at)
select m.current_payroll_id, m.current_line_no, m.payout_id, case m.to_state when 'PAID' then 'PAID' else 'REOPENED' end, m.channel,
  m.partner, m.end_to_end_id, m.amount_vnd, l.paid_on, l.received_by, l.partner_ref, l.reason_code, l.reason_text, 1, :now
from moved m join payment l using (payment_id)
where m.to_state = 'PAID' or m.to_state = 'RETURNED' and m.from_state = 'PAID'
on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
  end_to_end_id = excluded.end_to_end_id, paid_on = excluded.paid_on, received_by = excluded.received_by,
  partner_ref = excluded.partner_ref, reason_code = excluded.reason_code, reason_text = excluded.reason_text,
  revision = r.revision + 1, updated_at = excluded.updated_at
