-- The hash of the batch's reply of that kind and number.
select sha256 from batch_reply where batch_id = :batch and kind = :kind and number = :number
