-- Entitlements that had no payout in the month before.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'NEW_PAYEE', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, null,
  'Chế độ này không có trong bảng của tháng trước.'
from this_payee t
where not t.refused and not exists (select from previous_payee p where p.entitlement_id = t.entitlement_id)
order by t.line_no
