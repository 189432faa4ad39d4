-- The payouts of a case about several, those that wait first, as the console shows them; of a case about the missing replies of a file, the
-- payouts of the file that have none. A page of them, with how many there are and how many wait.
select 'payout:' || m.payout_id as "về", p.current_payroll_id as "bảng", p.current_line_no as "dòng",
  to_char(m.amount_vnd, 'FM999,999,999,999,990') as "đồng", m.evidence as "bằng chứng",
  to_char(m.ended_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "tình trạng", m.ended_at is null as "chờ",
  count(*) over () as "tất cả", count(*) filter (where m.ended_at is null) over () as "đang chờ"
from (
  select o.payout_id, o.amount_vnd, o.evidence, o.ended_at from case_payout o where o.case_id = :case
  union all
  select l.payout_id, l.amount_vnd, 'chưa có kết quả', null
  from case_record c join payment l on l.batch_id = case when c.subject ~ '^batch:[0-9]{1,18}$' then substr(c.subject, 7)::bigint end
  where c.case_id = :case and c.state = 'OPEN' and c.kind = any (:kindsOfFiles) and l.state in ('SENT', 'ACCEPTED')) m
  join payout p using (payout_id)
order by m.ended_at nulls first, p.current_payroll_id, p.current_line_no
limit :most offset :offset
