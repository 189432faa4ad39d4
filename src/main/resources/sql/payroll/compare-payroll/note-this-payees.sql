-- The payees of the staged lines, those of refused lines too.
insert into this_payee (entitlement_id, payroll_id, line_no, refused, payee_no, payee_name, channel, account, monthly_vnd)
select distinct on (t.entitlement_id) t.entitlement_id, :payroll, t.line_no, t.reason_code is not null,
  coalesce(nullif(t.payee_no, ''), case when t.payee_relation = 'SELF' then nullif(t.beneficiary_no, '') end), t.payee_name, t.channel,
  case when t.channel = 'BANK' then t.bank_bin || ' ' || t.account_no end,
  (sum(t.amount_vnd) filter (where t.kind = 'REGULAR') over of_one
    / sum(extract(year from age(t.for_to, t.for_from)) * 12 + extract(month from age(t.for_to, t.for_from)) + 1)
      filter (where t.kind = 'REGULAR') over of_one)::bigint
from taken_line t
where t.entitlement_id is not null
window of_one as (partition by t.entitlement_id)
order by t.entitlement_id, t.reason_code is null desc, t.kind = 'REGULAR' desc, t.line_no
