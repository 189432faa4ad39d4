-- What an answer file turned out to be.
insert into account_reply (file_id, batch_id, part, closing, state)
values (:file, :batch, :part, :closing, :state)
