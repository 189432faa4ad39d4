-- A file's debit of a day: its R lines with PAID and that book date, each payment once, with its own amount before a reported one.
insert into statement_debit as d (batch_id, day, reported_count, reported_vnd, debited_vnd)
select batch_id, day, sum(reported_count), sum(reported_vnd), sum(debited_vnd) from (
  select batch_id, day, count(*) as reported_count, sum(amount_vnd) as reported_vnd, 0 as debited_vnd from (
    select distinct on (paid.batch_id, paid.payment_id, day) paid.batch_id, paid.amount_vnd, day from (
      select f.about_batch_id as batch_id, f.payment_id, f.amount_vnd, f.payment_status_id, f.amount_vnd = l.amount_vnd as fits,
        coalesce(f.happened_on, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date) as day
      from (select payment_id from payment where batch_id = any (:batches) union select payment_id from refused_payment
        where batch_id = any (:batches)) b
      join payment l using (payment_id) join payment_status f using (payment_id)
      where f.about_batch_id = any (:batches) and f.reported = 'PAID' and not f.provisional) paid
    order by paid.batch_id, paid.payment_id, day, fits desc, paid.payment_status_id desc) paid
  group by 1, 2
  union all
  select e.batch_id, s.day, 0, 0, sum(e.amount_vnd) from statement_entry e join statement s using (statement_id)
  where e.batch_id = any (:batches) and s.state = 'CHAINED' group by 1, 2) both_sides
group by 1, 2
on conflict (batch_id, day) do update
  set reported_count = excluded.reported_count, reported_vnd = excluded.reported_vnd, debited_vnd = excluded.debited_vnd
