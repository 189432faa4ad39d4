-- Files whose last answer is overdue; one that somebody works on, an answer to it perhaps, is looked at the next time.
select batch_id, file_name, payment_count, total_vnd from batch
where partner = :partner and state in ('SENT', 'ACKNOWLEDGED') and not answered and answer_due_on < :today
order by batch_id for no key update skip locked
