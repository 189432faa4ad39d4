-- Files that left and came since a time, and open cases and proposals now.
select (select count(*) from batch where sent_at >= :from) as files,
  (select coalesce(sum(payment_count), 0)::bigint from batch where sent_at >= :from) as payments,
  (select coalesce(sum(total_vnd), 0)::bigint from batch where sent_at >= :from) as dong,
  (select count(*) from file_arrival where arrived_at >= :from) as received,
  (select count(*) from case_record where state = 'OPEN') as cases,
  (select count(*) from case_record where state = 'OPEN' and due_at < :now) as late,
  (select count(*) from repair_proposal where state = 'PROPOSED') as proposals
