-- Entitlements of which the payee and the account are both others. Two payees are one where both numbers are equal, or, where one has
-- none, where the names are.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'PAYEE_AND_ACCOUNT_CHANGED', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, p.monthly_vnd,
  'Người nhận và tài khoản cùng khác tháng trước.'
from this_payee t join previous_payee p using (entitlement_id)
where not t.refused and t.account is not null and t.account is distinct from p.account
  and case when t.payee_no is null or p.payee_no is null then lower(t.payee_name) <> lower(p.payee_name) else t.payee_no <> p.payee_no end
order by t.line_no
