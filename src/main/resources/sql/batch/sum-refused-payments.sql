-- The file, and what came back from it and waits for a person.
select b.batch_id, b.partner, b.file_name, count(*) as payments, sum(l.amount_vnd) as dong
from batch b join payment l on l.came_back_from = b.batch_id
where b.batch_id = any (:batches) and l.state = 'PLANNED' and l.released_at is null
group by b.batch_id, b.partner, b.file_name
order by b.batch_id
