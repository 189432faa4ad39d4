-- Every status of a payment is kept, whatever it changed.
insert into payment_status (payment_id, file_id, line_no, reported, provisional, amount_vnd, code, reason_text, partner_ref, happened_on,
  day_stated, day_impossible, received_by, list_version, effect, status_hash, received_at, about_batch_id)
select payment_id, :file, line_no, reported, :provisional, amount_vnd, left(code, 20), reason_text, left(partner_ref, 140), happened_on,
  day_stated, day_impossible, received_by, :listVersion, coalesce(effect, 'NO_CHANGE'), status_hash,
  coalesce((select f.received_at from file f where f.file_id = :file), :now), about_batch_id
from staged_status where payment_id is not null
order by line_no
on conflict (payment_id, status_hash) do nothing
