-- Whether a closing part and every part before it are here.
select exists (
  select from (select min(part) as last from account_reply where batch_id = :batch and state = 'TAKEN' and closing) l
  where last = (select count(*) from account_reply where batch_id = :batch and state = 'TAKEN' and part <= last))
