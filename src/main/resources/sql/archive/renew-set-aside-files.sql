-- Files that were set aside come as new ones, with the bytes and the time of arrival that they had; the old rows stay as evidence.
insert into file (direction, partner, folder, name, sha256, size_bytes, content_key, state, received_at, unfinished)
select direction, partner, folder, name, sha256, size_bytes, 'renewed/' || file_id || ':' || content_key, 'ARCHIVED', received_at,
  unfinished
from file where file_id = any (:files) and state = 'SET_ASIDE'
order by file_id
returning file_id, partner, folder
