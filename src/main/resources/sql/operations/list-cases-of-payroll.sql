-- The open cases about a payroll and about its payouts, alone or among others of their agency; the most urgent first.
select c.case_id as "số", c.kind as "loại", c.subject as "về", c.partner as "đối tác", c.evidence as "bằng chứng",
  to_char(c.amount_vnd, 'FM999,999,999,999,990') as "đồng",
  to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "hạn"
from case_record c
where c.state = 'OPEN' and c.case_id in (
  select o.case_id from case_record o where o.subject = 'payroll:' || :payroll::text
  union all
  select o.case_id from (select payout_id from payout where current_payroll_id = :payroll offset 0) p
    cross join lateral (select n.case_id from case_record n where n.subject = 'payout:' || p.payout_id and n.state = 'OPEN' offset 0) o
  union all
  select o.case_id from (select payout_id from payout where current_payroll_id = :payroll offset 0) p
    cross join lateral (select m.case_id from case_payout m where m.payout_id = p.payout_id and m.ended_at is null offset 0) o)
order by c.due_at nulls last, c.case_id
limit 50
