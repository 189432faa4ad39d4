-- Locks the batch that the case is about: what gives the case its cause holds the same lock.
select 1 from batch
where batch_id = (
  select case when subject ~ '^batch:[0-9]{1,18}$' then split_part(subject, ':', 2)::bigint end from case_record where case_id = :case)
for no key update
