-- A cash list names its own payments only. A line that names no amount contradicts none; by the hash a repeated status is
-- recognised.
update staged_status s set payment_id = l.payment_id, amount_vnd = coalesce(s.amount_vnd, l.amount_vnd),
  status_hash = md5(concat_ws('|', s.reported, coalesce(s.amount_vnd, l.amount_vnd), coalesce(s.code, '-'), coalesce(s.reason_text, '-'),
    coalesce(s.partner_ref, '-'), coalesce(s.happened_on::text, '-'), coalesce(s.received_by, '-'), :provisional::text, :listVersion::text,
    :about::text))
from payment l
where l.end_to_end_id = s.end_to_end_id::bpchar and l.partner = :partner and l.batch_id = :batch
