-- Under the locks, what the payment is and travels in; and the file of ours that the line is about: the one whose number it contains, else
-- the one that the message answers.
update staged_status s set payout_id = l.payout_id, payment_vnd = l.amount_vnd, payment_state = l.current_state,
  payment_batch_id = l.batch_id, came_back_from = l.came_back_from, released_at = l.released_at,
  about_batch_id = coalesce((select b.batch_id from batch b
    where b.partner = :partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = s.about_seq), :batch::bigint)
from current_payment l
where l.payment_id = s.payment_id
