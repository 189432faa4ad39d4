-- The cases of a file whose payments came back from it, in order: when it was refused, and the partner's own words.
select kind, evidence, opened_at
from case_record
where subject = 'batch:' || :batch::text and kind in ('BATCH_REFUSED', 'BATCH_UNVERIFIED', 'BATCH_IDS_STAND')
order by case_id
