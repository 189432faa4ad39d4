-- The attempts to pay a payout, each with the batch it travels in.
select l.attempt, l.end_to_end_id, l.channel, l.partner, l.folder, l.state, l.provisional, l.frozen, w.released_at, l.paid_on,
  l.reason_code, l.reason_text, l.payment_id, b.file_name, b.state as batch_state, b.answer_due_on
from payment l left join batch b using (batch_id) left join planned_payment w using (payment_id)
where l.payout_id = :payout
order by l.attempt
