-- Holds a reply to a batch.
insert into batch_reply (batch_id, kind, number, sha256, closing, file_id, content_md5)
values (:batch, :kind, :number, :sha256, :closing, :file, :content)
