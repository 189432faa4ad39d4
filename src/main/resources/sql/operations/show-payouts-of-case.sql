-- The payouts of a case about several, those that wait first, as the console shows them.
select 'payout:' || m.payout_id as "về", p.current_payroll_id as "bảng", p.current_line_no as "dòng",
  to_char(m.amount_vnd, 'FM999,999,999,999,990') as "đồng", m.evidence as "bằng chứng",
  to_char(m.ended_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "tình trạng"
from case_payout m join payout p using (payout_id)
where m.case_id = :case
order by m.ended_at nulls first, p.current_payroll_id, p.current_line_no
limit 200
