-- Inbound files that are not parsed yet and due, next due at the given time; locked rows are left out.
update file
set retry_at = :next
where file_id in (
  select file_id from file
  where state = 'ARCHIVED' and (retry_at is null or retry_at <= :now)
  order by 1
  for no key update skip locked)
returning file_id, partner, folder
