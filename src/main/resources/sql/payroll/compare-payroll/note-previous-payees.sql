-- The payees of the month before: what the agency was paid for then, in all payrolls of that month.
insert into previous_payee (entitlement_id, payroll_id, line_no, refused, payee_no, payee_name, channel, account, monthly_vnd)
select distinct on (t.entitlement_id) t.entitlement_id, t.current_payroll_id, t.current_line_no, false,
  coalesce(nullif(t.payee_no, ''), case when t.payee_relation = 'SELF' then nullif(t.beneficiary_no, '') end), t.payee_name, t.channel,
  case when t.channel = 'BANK' then t.bank_bin || ' ' || t.account_no end,
  (sum(t.amount_vnd) filter (where t.kind = 'REGULAR') over of_one
    / sum(extract(year from age(t.for_to, t.for_from)) * 12 + extract(month from age(t.for_to, t.for_from)) + 1)
      filter (where t.kind = 'REGULAR') over of_one)::bigint
from payroll r join payout t on t.current_payroll_id = r.payroll_id
where r.agency_code = :agency and r.programme = :programme and r.commune_code = :commune and r.period = :previous
  and r.state in ('TAKEN', 'PLANNED', 'RELEASED') and t.state not in ('STOPPED', 'CANCELLED')
window of_one as (partition by t.entitlement_id)
order by t.entitlement_id, t.kind = 'REGULAR' desc, t.current_payroll_id, t.current_line_no
