-- Writes into payout_result what the welfare database should hold for the payouts given back.
with change as (
  insert into result_change (written) select false from picked limit 1 returning change_id)
insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, reason_code,
  reason_text, revision, change_id, updated_at)
select current_payroll_id, current_line_no, payout_id, :state, channel, result_partner, end_to_end_id, amount_vnd, reason_code, reason_text,
  1, change_id, :now
from picked cross join change
on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
  end_to_end_id = excluded.end_to_end_id, paid_on = null, received_by = null, partner_ref = null, reason_code = excluded.reason_code,
  reason_text = excluded.reason_text, revision = r.revision + 1, change_id = excluded.change_id,
  updated_at = excluded.updated_at
