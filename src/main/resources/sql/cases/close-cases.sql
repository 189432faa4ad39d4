-- Nearly always there is none, and to see that costs less than to close none. In the order of the subjects: two that close many at once do
-- not wait for each other.
select close_cases(array[:kind], s.subject, :now, :resolution)
from (select subject from unnest(:subjects) as all_of (subject) order by subject) s
where exists (select from case_record c where c.subject = s.subject and c.state = 'OPEN')
  or exists (select from case_payout m where m.ended_at is null
    and m.payout_id = case when s.subject ~ '^payout:[0-9]{1,18}$' then substr(s.subject, 8)::bigint end)
