-- Computes the hash by which a repeated status is recognised.
update staged_status set status_hash = md5(concat_ws('|', reported, amount_vnd, coalesce(code, '-'), coalesce(reason_text, '-'),
  coalesce(partner_ref, '-'), coalesce(happened_on::text, '-'), coalesce(received_by, '-'), :provisional::text, :listVersion::text,
  :about::text))
where payment_id is not null
