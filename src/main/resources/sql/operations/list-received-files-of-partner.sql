-- The files of a partner in a span of time, the newest first, before a file.
select file_id, partner, folder, name, received_at, size_bytes, kind, batch_id, line_count, applied_count, state, message
from file
where direction = 'IN' and partner = :partner and received_at >= :from and received_at < :until
  and (received_at, file_id) < (:beforeAt::timestamptz, :before)
order by received_at desc, file_id desc
limit :most
