-- The batches that the files answer, and those whose payments they name.
select batch_id from file where file_id = any (:files) and batch_id is not null
union
select about_batch_id from payment_status where file_id = any (:files) and about_batch_id is not null
