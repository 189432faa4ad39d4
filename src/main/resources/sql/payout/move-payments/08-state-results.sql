-- States the results for the welfare database: paid, or open again after a return.
with stated as (
  select * from moved where to_state = 'PAID' or to_state = 'RETURNED' and from_state = 'PAID'),
change as (
  insert into result_change (written) select false from stated limit 1 returning change_id)
insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on,
  received_by, partner_ref, reason_code, reason_text, revision, change_id, updated_at)
select m.current_payroll_id, m.current_line_no, m.payout_id, case m.to_state when 'PAID' then 'PAID' else 'REOPENED' end, m.channel,
  m.partner, m.end_to_end_id, m.amount_vnd, l.paid_on, l.received_by, l.partner_ref, l.reason_code, l.reason_text, 1,
  c.change_id, :now
from stated m join payment l using (payment_id) cross join change c
on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
  end_to_end_id = excluded.end_to_end_id, paid_on = excluded.paid_on, received_by = excluded.received_by,
  partner_ref = excluded.partner_ref, reason_code = excluded.reason_code, reason_text = excluded.reason_text,
  revision = r.revision + 1, change_id = excluded.change_id, updated_at = excluded.updated_at
