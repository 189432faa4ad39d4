-- Open cases: a case belongs to the period of its subject; a case about a partner, or about a file of no batch, to none; a case about several
-- payouts to each of their periods with those of it.
with about as (
  select kind, item_count, amount_vnd, case
    when subject ~ '^payout:[0-9]+$' then (select period from payout where payout_id = substr(subject, 8)::bigint)
    when subject ~ '^payroll:' then (select period from payroll where payroll_id = substr(subject, 9))
    when subject ~ '^batch:[0-9]+$' then (select p.period from payment l join payout p using (payout_id)
      where l.batch_id = substr(subject, 7)::bigint limit 1)
    when subject ~ '^file:[0-9]+$' then (select p.period from file f join payment l using (batch_id) join payout p using (payout_id)
      where f.file_id = substr(subject, 6)::bigint limit 1)
    when subject ~ '^period:[0-9]{4}-[0-9]{2}' then to_date(substr(subject, 8, 7), 'YYYY-MM') end as period
  from case_record where state = 'OPEN' and subject not like 'agency:%'
  union all
  select c.kind, count(*), sum(m.amount_vnd), p.period
  from case_record c join case_payout m using (case_id) join payout p using (payout_id)
  where c.state = 'OPEN' and c.subject like 'agency:%' and m.ended_at is null
  group by c.case_id, c.kind, p.period)
select kind, period is not null, count(*), sum(item_count), coalesce(sum(amount_vnd), 0) from about
where period is null or period = :period group by 1, 2 order by 2 desc, 1
