-- Payments released until then that still wait for the name check because the bank gives no usable reply about their account alone.
select l.payout_id, l.end_to_end_id, l.amount_vnd, r.reply
from account_name_retry r join payment p on p.partner = r.partner and p.bank_bin = r.bank_bin and p.account_no = r.account_no and p.planned
  join planned_payment l on l.payment_id = p.payment_id
where r.partner = :partner and r.tries > 0 and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
  and l.released_at <= :before
order by l.payment_id
limit :most
