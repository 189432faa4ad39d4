-- The attempts to pay a payout, each with the batch it travels in, and the refused or unverified one that it came back from.
select l.attempt, l.end_to_end_id, l.channel, l.partner, l.folder, l.current_state as state, l.provisional, l.frozen,
  -- a planned payment travels with its payroll, unless it came back from a file
  coalesce(l.released_at, case when l.came_back_from is null then r.released_at end) as released_at, l.paid_on, l.reason_code,
  l.reason_text, l.payment_id, b.batch_id, b.file_name, b.state as batch_state, b.answer_due_on, b.opened_at, b.built_at, b.sent_at,
  b.acknowledged_at, b.proof,
  f.batch_id as earlier_batch, f.file_name as earlier_file, f.built_at as earlier_built_at, f.sent_at as earlier_sent_at
from current_payment l join payout p using (payout_id) join payroll r on r.payroll_id = p.current_payroll_id left join batch b using (batch_id)
  left join batch f on f.batch_id = l.came_back_from
where l.payout_id = :payout
order by l.attempt
