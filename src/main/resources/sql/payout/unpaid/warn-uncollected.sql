-- TT02 art. 2: suspension is due, the agency decides. Counted by the months that the unpaid money is for, at Tết two in one list.
select open_case('UNCOLLECTED_THREE_MONTHS', 'payout:' || p.payout_id,
  format('Bảng %s, dòng %s: tiền mặt của ba tháng liền, %s đến %s,'
  || ' không ai đến nhận; cơ quan quyết định có tạm dừng hay không.', g.current_payroll_id, g.current_line_no,
  to_char(p.for_to - interval '2 months', 'MM/YYYY'), to_char(p.for_to, 'MM/YYYY')),
  :now, :warnDue, partner => p.partner, amount_vnd => p.amount_vnd)
from picked g join payout p using (payout_id) join payment l using (payment_id)
where l.state = 'UNCOLLECTED' and p.kind = 'REGULAR' and 3 = (
  select count(*) from generate_series(p.for_to - interval '2 months', p.for_to, interval '1 month') m (month)
  where exists (select from payout q join payment u on u.payout_id = q.payout_id
    where q.entitlement_id = p.entitlement_id and q.kind = 'REGULAR' and q.state <> 'PAID' and u.state = 'UNCOLLECTED'
      and m.month between q.for_from and q.for_to))
  and not exists (select from case_record c where c.kind = 'UNCOLLECTED_THREE_MONTHS' and c.subject = 'payout:' || p.payout_id)
