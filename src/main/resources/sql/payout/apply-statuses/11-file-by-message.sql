-- Takes the file that the message answers, where a line names none.
update staged_status set about_batch_id = coalesce(about_batch_id, :batch::bigint) where payment_id is not null
