-- Files whose last answer is overdue; a locked file, perhaps with an answer in progress, is checked at the next run.
select batch_id, file_name, payment_count, total_vnd from batch
where partner = :partner and state in ('SENT', 'ACKNOWLEDGED') and not answered and answer_due_on < :today
order by batch_id for no key update skip locked
