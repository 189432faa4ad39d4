-- Batches that are due, next due at the given time; a send that takes so long is in doubt. Locked batches are left out.
update batch
set retry_at = :next, version = version + 1, state = case state when 'SENDING' then 'IN_DOUBT' else state end
where batch_id in (
  select batch_id from batch
  where state in ('BUILT', 'SENDING', 'IN_DOUBT', 'WAITING_FUNDS') and retry_at <= :now
  order by 1
  for no key update skip locked)
returning batch_id, partner, folder
