-- People of accepted lines who are to be helped to an account; who was noted before stays as noted.
insert into account_candidate (entitlement_id, programme, commune_code, noted_at, payroll_id)
select distinct on (t.entitlement_id) t.entitlement_id, :programme, :commune, :at, :payroll
from taken_line t join payout p on p.current_payroll_id = :payroll and p.current_line_no = t.line_no
where t.help_to_account
order by t.entitlement_id
on conflict (entitlement_id) do nothing
