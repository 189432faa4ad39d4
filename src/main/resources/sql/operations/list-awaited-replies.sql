-- Files of which an acknowledgement or the last answer is still awaited, the first due first.
select partner, folder, batch_id, file_name, state, answered, sent_at, answer_due_on, payment_count, total_vnd
from batch
where state in ('SENT', 'ACKNOWLEDGED') and (not answered or still_owed)
order by answer_due_on nulls last, batch_id
limit :most
