-- Accounts to which so many different payees, or more, are paid.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'SHARED_ACCOUNT', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, null,
  format('Tài khoản này nhận tiền của %s người nhận khác nhau trong bảng.', shared.payees)
from (select account, count(distinct coalesce(payee_no, payee_name)) as payees from this_payee
  where not refused and account is not null group by account) shared join this_payee t using (account)
where not t.refused and shared.payees >= :payees_of_one_account
order by t.account, t.line_no
