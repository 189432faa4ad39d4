-- Files that wait for funds and may be sent again. Each day's funding sends a file again once, so that a second refusal on the same day
-- starts no loop. A credit that persons settled as funding counts from then on, once.
select b.batch_id, b.total_vnd from batch b
where b.partner = :partner and b.kind = 'PAYMENT' and b.state = 'WAITING_FUNDS' and b.retry_at is null
  and exists (select from statement s join statement_entry e using (statement_id)
    where s.partner = b.partner and s.state = 'CHAINED' and e.kind = 'FUNDING'
      and (e.settled_at > (select max(f.received_at) from file f where f.batch_id = b.batch_id and f.direction = 'IN')
        or s.day >= (select (max(f.received_at) at time zone 'Asia/Ho_Chi_Minh')::date from file f
          where f.batch_id = b.batch_id and f.direction = 'IN')
        and s.day > coalesce((select max(t.day) from funding_retry r join statement t using (statement_id)
          where r.batch_id = b.batch_id), '-infinity')))
order by b.built_at, b.batch_id
