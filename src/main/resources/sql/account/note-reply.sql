-- Stores the state of an answer file.
insert into account_reply (file_id, batch_id, part, closing, state)
values (:file, :batch, :part, :closing, :state)
