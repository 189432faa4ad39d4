-- Files that nobody has read and that are due, next due at the given time; what somebody works on is left out.
update file
set retry_at = :next
where file_id in (
  select file_id from file
  where state = 'ARCHIVED' and (retry_at is null or retry_at <= :now)
  order by 1
  for no key update skip locked)
returning file_id, partner, folder
