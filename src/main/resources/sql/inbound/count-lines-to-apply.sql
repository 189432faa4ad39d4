-- Staged lines about a payment of the closed list that has no final answer, and those of codes that the list has not.
select count(*) from staged_status s left join payment l on l.end_to_end_id = s.end_to_end_id::bpchar and l.batch_id = :batch
where l.payment_id is null or l.state in ('SENT', 'ACCEPTED')
