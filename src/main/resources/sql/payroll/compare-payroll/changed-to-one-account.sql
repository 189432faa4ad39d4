-- Accounts to which so many payees of the month before, or more, changed. Who they were then counts: one new payee may stand for all.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'CHANGED_TO_ONE_ACCOUNT', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, p.monthly_vnd,
  format('%s người nhận của tháng trước cùng đổi sang tài khoản này.', changed.payees)
from (select t.account, count(distinct coalesce(p.payee_no, p.payee_name)) as payees
  from this_payee t join previous_payee p using (entitlement_id)
  where not t.refused and t.account is distinct from p.account group by t.account) changed
  join this_payee t on t.account = changed.account join previous_payee p using (entitlement_id)
where not t.refused and t.account is distinct from p.account and changed.payees >= :payees_changed
order by t.account, t.line_no
