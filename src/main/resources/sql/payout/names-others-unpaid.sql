-- Whether a staged line reports something other than PAID for an id that is not in the batch.
select exists (select from staged_status s where s.reported <> 'PAID'
  and not exists (select from payment l where l.end_to_end_id = s.end_to_end_id::bpchar and l.batch_id = :batch))
