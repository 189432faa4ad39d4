-- Payments of the batch that the staged lines do not name, or name with another amount.
select count(*) from payment l where l.batch_id = :batch
  and not exists (select from staged_status s where s.end_to_end_id::bpchar = l.end_to_end_id and s.amount_vnd = l.amount_vnd)
