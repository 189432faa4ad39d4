-- A bank names any payment that is at it. A line that names no amount contradicts none; by the hash a repeated status is
-- recognised. Two lines that name two files of ours as paid are no repetition of each other.
update staged_status s set payment_id = l.payment_id, amount_vnd = coalesce(s.amount_vnd, l.amount_vnd),
  status_hash = md5(concat_ws('|', s.reported, coalesce(s.amount_vnd, l.amount_vnd), coalesce(s.code, '-'), coalesce(s.reason_text, '-'),
    coalesce(s.partner_ref, '-'), coalesce(s.happened_on::text, '-'), coalesce(s.received_by, '-'), :provisional::text, :listVersion::text,
    :about::text, case when s.reported = 'PAID' then s.about_seq::text end))
from payment l
where l.end_to_end_id = s.end_to_end_id::bpchar and l.partner = :partner
