-- The hash of the content of the batch's report of that version.
select content_md5 from batch_reply where batch_id = :batch and kind = 'VERSION' and number = :number and content_md5 is not null
