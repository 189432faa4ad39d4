-- A proposal as the mail shows it; several = of how many subjects of which kind it is, 0 where it is of one; due = the first deadline of a
-- case about them that is open; communes = of their payouts and payrolls.
with subjects as (
  select subject from repair_proposal where proposal_id = :proposal and subject not like 'proposal:%'
  union
  select subject from repair_proposal_item where proposal_id = :proposal
), named as (
  select subject, case when subject ~ '^payout:[0-9]{1,18}$' then substr(subject, 8)::bigint end as payout_id,
    case when subject ~ '^case:[0-9]{1,18}$' then substr(subject, 6)::bigint end as case_id
  from subjects
), due as (
  select c.due_at from named join case_record c using (subject) where c.state = 'OPEN'
  union all
  select c.due_at from named s join case_record c on c.case_id = s.case_id where c.state = 'OPEN'
  union all
  select c.due_at from named join case_payout m using (payout_id) join case_record c on c.case_id = m.case_id
  where m.ended_at is null and c.state = 'OPEN'
), places as (
  select o.commune_code from named join payout o using (payout_id)
  union
  select r.commune_code from named join payroll r on r.payroll_id = substr(subject, 9) where subject like 'payroll:%'
)
select action, subject, item_count, amount_vnd, reason, proposed_by, proposed_at, (select min(due_at) from due) as due_at,
  (select count(commune_code) from places) as communes, (select min(commune_code) from places) as commune_code,
  (select count(*) from repair_proposal_item i where i.proposal_id = p.proposal_id) as several,
  (select case when min(k.kind) = max(k.kind) then min(k.kind) end from (select split_part(s.subject, ':', 1) as kind from subjects s) k)
    as of_kind
from repair_proposal p
where proposal_id = :proposal
