-- A file's debit of a day: its R lines with PAID and that book date, each payment once, with its own amount before a reported one. Lines
-- with an impossible day stand with the file's first debit that its other lines leave unexplained, else with the day on which they came.
with reported as (
  select distinct on (f.about_batch_id, f.payment_id, d.day) f.about_batch_id as batch_id, f.payment_id, f.amount_vnd, f.day_impossible, d.day
  from (select payment_id from payment where batch_id = any (:batches) union select payment_id from refused_payment
    where batch_id = any (:batches)) b
  join payment l using (payment_id) join payment_status f using (payment_id)
  cross join lateral (select coalesce(case when not f.day_impossible then f.happened_on end,
    (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date) as day) d
  where f.about_batch_id = any (:batches) and f.reported = 'PAID' and not f.provisional
  order by f.about_batch_id, f.payment_id, d.day, f.amount_vnd = l.amount_vnd desc, f.payment_status_id desc),
debited as (
  select e.batch_id, s.day, sum(e.amount_vnd) as vnd from statement_entry e join statement s using (statement_id)
  where e.batch_id = any (:batches) and s.state = 'CHAINED' group by 1, 2),
unexplained as (
  select batch_id, min(day) as day from debited d
  where vnd > (select coalesce(sum(r.amount_vnd), 0) from reported r where r.batch_id = d.batch_id and r.day = d.day and not r.day_impossible)
  group by 1)
insert into statement_debit (batch_id, day, reported_count, reported_vnd, debited_vnd)
select batch_id, day, sum(reported_count), sum(reported_vnd), sum(debited_vnd) from (
  select r.batch_id, case when r.day_impossible then coalesce(u.day, r.day) else r.day end as day, 1 as reported_count,
    r.amount_vnd as reported_vnd, 0 as debited_vnd
  from reported r left join unexplained u using (batch_id)
  union all
  select batch_id, day, 0, 0, vnd from debited) both_sides
group by 1, 2
