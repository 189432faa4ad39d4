-- One row when the closing part of a batch's answer is here and every part before it.
select 1 from (select min(number) as last from batch_reply where batch_id = :batch and kind = 'PART' and closing) l
where last = (select count(*) from batch_reply where batch_id = :batch and kind = 'PART' and number <= last)
