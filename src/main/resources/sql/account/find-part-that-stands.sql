-- The hash of the answer file that was taken as this part.
select f.sha256
from account_reply a join file f using (file_id)
where a.batch_id = :batch and a.part = :part and a.state = 'TAKEN'
