-- Regular amounts of one month that differ from the month before by more than so many per cent.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'AMOUNT_CHANGED', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, p.monthly_vnd,
  format('Mỗi tháng %s đồng, tháng trước %s đồng.', t.monthly_vnd, p.monthly_vnd)
from this_payee t join previous_payee p using (entitlement_id)
where not t.refused and abs(t.monthly_vnd - p.monthly_vnd)::numeric * 100 > p.monthly_vnd::numeric * :percent
order by t.line_no
