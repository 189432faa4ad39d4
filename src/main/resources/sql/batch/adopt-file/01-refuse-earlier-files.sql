-- Refuses earlier files that carried one of the payments: a payment travels twice under one id only when its first file was refused.
update batch b set state = 'REFUSED', retry_at = null, version = version + 1
where b.state in ('BUILT', 'SENDING', 'IN_DOUBT', 'SENT', 'ACKNOWLEDGED', 'WAITING_FUNDS') and b.batch_id in (
  select l.batch_id from payment l join carried using (end_to_end_id) where l.state in ('SENT', 'ACCEPTED')
  union select o.batch_id from payment_already_out o join carried using (end_to_end_id))
returning batch_id
