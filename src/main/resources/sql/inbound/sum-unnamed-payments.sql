-- Payments of the batch that no answer to it named.
select count(*), coalesce(sum(amount_vnd), 0) from payment l
where l.batch_id = :batch and l.state in ('SENT', 'ACCEPTED') and not exists (select from payment_status f join file using (file_id)
  where f.payment_id = l.payment_id and file.batch_id = l.batch_id)
