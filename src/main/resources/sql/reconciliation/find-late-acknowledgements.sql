-- Files without an ACK in the partner's time; a locked file, perhaps with an answer in progress, is checked at the next run.
select batch_id, file_name, payment_count, total_vnd from batch
where partner = :partner and state = 'SENT' and sent_at <= :sent_until and not answered
order by batch_id for no key update skip locked
