-- Entitlements that had a regular payout in the month before, and now no line: neither here nor in another payroll of the same month.
insert into finding (kind, line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason)
select 'GONE_PAYEE', null, p.entitlement_id, p.payee_name, p.account, null, p.monthly_vnd,
  format('Tháng trước có ở bảng %s dòng %s; lần này không có dòng nào.', p.payroll_id, p.line_no)
from previous_payee p
where p.monthly_vnd is not null and not exists (select from this_payee t where t.entitlement_id = p.entitlement_id)
  and not exists (select from payroll r join payout o on o.current_payroll_id = r.payroll_id and o.entitlement_id = p.entitlement_id
    where r.agency_code = :agency and r.programme = :programme and r.commune_code = :commune and r.period >= :from
      and r.state in ('TAKEN', 'PLANNED', 'RELEASED') and o.state <> 'CANCELLED')
order by p.payroll_id, p.line_no
