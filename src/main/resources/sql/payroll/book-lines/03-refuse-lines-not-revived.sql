-- Revivals that came too late: another line was first, or the payout moved on.
insert into payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
select :payroll, t.line_no, t.amount_vnd, 'NOT_CARRIED',
  format('Không chuyển tiếp được tháng %s: khoản chi ấy đã được dòng khác chuyển tiếp, hoặc đã chi.',
    to_char(t.for_from, 'MM/YYYY') || case when t.for_to > t.for_from then to_char(t.for_to, '" đến "MM/YYYY') else '' end)
from taken_line t
where t.reason_code is null and t.carried_payout_id is not null
  and not exists (select from payout p where p.current_payroll_id = :payroll and p.current_line_no = t.line_no)
