-- The decisions of one person about subjects and their cases, in order. An event about several has their number as its subject and their
-- ids at the end of its detail.
with one as (
  select s.subject from unnest(:subjects::text[]) s (subject)
  union
  select 'case:' || c.case_id from case_record c where c.subject = any (:subjects::text[])),
about as (
  select o.subject, null as id from one o
  union all
  select k.several || n, split_part(o.subject, ':', 2)
  from one o join (values ('payout', 'payouts:'), ('batch', 'batches:'), ('case', 'cases:')) k (kind, several)
      on k.kind = split_part(o.subject, ':', 1)
    cross join generate_series(2, 200) n)
select distinct e.audit_id, e.at, e.actor, e.action, e.reason
from about a join audit_event e on e.subject = a.subject
where e.action = any (:actions::text[])
  and (a.id is null or a.id = any (string_to_array(rtrim(split_part(e.detail, ': ', 2), '.'), ', ')))
order by e.audit_id
