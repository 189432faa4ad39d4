-- Kept answer files that were not taken yet, oldest first.
select f.file_id
from file f
where f.kind = 'ACCOUNT_OPENING' and f.direction = 'IN' and not exists (select from account_reply a where a.file_id = f.file_id)
order by f.file_id
