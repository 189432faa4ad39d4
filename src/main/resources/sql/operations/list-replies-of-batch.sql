-- The files of a partner that were read as replies to a batch, in order of arrival.
select file_id, name, line_count, applied_count, state, message, received_at
from file
where direction = 'IN' and file_id in (
  select file_id from file where batch_id = :batch union select file_id from batch_reply where batch_id = :batch)
order by file_id
limit 200
