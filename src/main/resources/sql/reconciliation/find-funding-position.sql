-- The funding account of a partner by its statements and payments, from the first to the last statement that counts. Payments paid before
-- the first statement, and their credits afterwards, are in no debit and so are left out. The offsets keep looks at statuses ones by key.
with span as (
  select first, last from statement_span where partner = :partner),
entries as (
  select sum(e.amount_vnd) filter (where e.kind = 'FILE') as debits,
    sum(e.amount_vnd) filter (where e.kind = 'RETURN' and (l.paid_on is null or l.paid_on >= span.first)) as credits
  from statement_entry e join statement s using (statement_id) cross join span
  left join payment l on e.kind = 'RETURN' and l.end_to_end_id = e.end_to_end_id
  where s.partner = :partner and s.state = 'CHAINED' and e.kind in ('FILE', 'RETURN')),
paid as (
  select sum(d.paid_vnd) as paid, sum(d.in_error_vnd) as in_error
  from paid_day d cross join span where d.partner = :partner and d.paid_on >= span.first),
paid_late as (
  select l.* from span cross join paid_batch d join batch b using (batch_id) cross join lateral (
    select payment_id, amount_vnd, paid_on, state, credit_matched from payment where batch_id = d.batch_id and paid_out offset 0) l
  where b.partner = :partner and d.paid_on > span.last
  union all
  select l.payment_id, l.amount_vnd, l.paid_on, l.state, l.credit_matched
  from span cross join payment_paid_outside d join payment l using (payment_id)
  where d.partner = :partner and d.paid_on > span.last and l.paid_out),
latest as (
  select sum(l.amount_vnd) as afterwards
  from paid_late l cross join span
  where l.paid_on > span.last and not (l.state = 'PAID_IN_ERROR' and l.credit_matched)
    and not exists (
      select from payment_status f join statement_debit d on d.batch_id = f.about_batch_id
      where f.payment_id = l.payment_id and f.reported = 'PAID'
        and (f.day_impossible or not f.day_stated or f.happened_on is null)
        and d.day <= span.last and d.debited_vnd = d.reported_vnd
        and d.debited_vnd > 0 offset 0)),
twice as (
  select sum(d.amount_vnd) filter (where d.outcome is null or d.outcome = 'WRITTEN_OFF') as in_error,
    sum(d.amount_vnd) filter (where d.outcome = 'RECOVERED' and d.entry_id is null) as awaited,
    sum(d.amount_vnd) filter (where d.paid_on > span.last and (d.outcome is null or d.outcome = 'WRITTEN_OFF')) as afterwards
  from duplicate_payment d join batch b using (batch_id) cross join span
  where b.partner = :partner and d.outcome is distinct from 'NOT_TWICE' and d.paid_on >= span.first),
awaited as (
  select sum(l.amount_vnd) as credits from payment l cross join span
  where l.partner = :partner and l.credit_awaited
    and exists (select from payment_status f where f.payment_id = l.payment_id and f.reported = 'PAID'
      and coalesce(case when not f.day_impossible then f.happened_on end, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date)
        between span.first and span.last offset 0)
    and not exists (select from statement_entry e join statement s using (statement_id)
      where e.end_to_end_id = l.end_to_end_id and s.state = 'CHAINED'))
select span.first, span.last, entries.debits, entries.credits, paid.paid,
  coalesce(paid.in_error, 0) + coalesce(twice.in_error, 0) as in_error,
  coalesce(latest.afterwards, 0) + coalesce(twice.afterwards, 0) as afterwards,
  coalesce(awaited.credits, 0) + coalesce(twice.awaited, 0) as back,
  (select sum(debited_vnd - reported_vnd) from differing_debit
    where partner = :partner and answer_due_on >= :today and may_be_under_way) as unanswered,
  (select sum(amount_vnd) from unmatched_return
    where partner = :partner and why = 'NOT_RETURNED' and day > :impatient_until) as unsaid
from span, entries, paid, latest, twice, awaited
