-- Every numbered batch, and whether a send of it has begun.
select batch_id, partner, kind, folder, seq, file_sha256, upload_attempt > 0 or state <> 'BUILT' as sent
from batch where seq is not null
order by batch_id
