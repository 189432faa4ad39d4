-- Entitlements that are paid through another channel than in the month before.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'CHANNEL_CHANGED', t.line_no, t.entitlement_id, t.payee_name, t.account, t.monthly_vnd, p.monthly_vnd,
  format('Kênh chi là %s, tháng trước %s.', case t.channel when 'BANK' then 'chuyển khoản' when 'POST_CASH' then 'tiền mặt qua bưu điện'
    else 'tiền mặt qua xã' end, case p.channel when 'BANK' then 'chuyển khoản' when 'POST_CASH' then 'tiền mặt qua bưu điện'
    else 'tiền mặt qua xã' end)
from this_payee t join previous_payee p using (entitlement_id)
where not t.refused and t.channel <> p.channel
order by t.line_no
