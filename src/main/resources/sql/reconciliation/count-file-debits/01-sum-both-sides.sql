-- A file's debit of a day: the payments that its R lines call PAID, each once, with its own amount before a reported one, on the day that
-- was stated for it: where several were, on one on which the file was debited. A payment for which no day was stated that can be true
-- stands with the day of its message where the file was debited more on it than the others explain, else with the first such debit, else
-- with the day of its message or its arrival.
with debited as (
  select e.batch_id, s.day, sum(e.amount_vnd) as vnd from statement_entry e join statement s using (statement_id)
  where e.batch_id = any (:batches) and s.state = 'CHAINED' group by 1, 2),
reported as (
  select distinct on (f.about_batch_id, f.payment_id) f.about_batch_id as batch_id, f.payment_id, f.amount_vnd, d.stated, d.day
  from (select payment_id from payment where batch_id = any (:batches) union select payment_id from refused_payment
    where batch_id = any (:batches)) b
  cross join lateral (select n.amount_vnd from payment n where n.payment_id = b.payment_id offset 0) l
  cross join lateral (select p.* from payment_status p where p.payment_id = b.payment_id offset 0) f
  cross join lateral (select f.happened_on is not null and f.day_stated and not f.day_impossible as stated,
    coalesce(case when not f.day_impossible then f.happened_on end, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date) as day) d
  left join debited on debited.batch_id = f.about_batch_id and debited.day = d.day
  where f.about_batch_id = any (:batches) and f.reported = 'PAID' and not f.provisional
  order by f.about_batch_id, f.payment_id, d.stated desc, debited.day is not null desc, f.amount_vnd = l.amount_vnd desc,
    f.payment_status_id desc),
unexplained as (
  select batch_id, day from debited d
  where vnd > (select coalesce(sum(r.amount_vnd), 0) from reported r where r.batch_id = d.batch_id and r.day = d.day and r.stated))
insert into statement_debit (batch_id, day, reported_count, reported_vnd, debited_vnd)
select batch_id, day, sum(reported_count), sum(reported_vnd), sum(debited_vnd) from (
  select r.batch_id, case when r.stated then r.day else coalesce(
      (select u.day from unexplained u where u.batch_id = r.batch_id order by u.day <> r.day, u.day limit 1), r.day) end as day,
    1 as reported_count, r.amount_vnd as reported_vnd, 0 as debited_vnd
  from reported r
  union all
  select batch_id, day, 0, 0, vnd from debited) both_sides
group by 1, 2
