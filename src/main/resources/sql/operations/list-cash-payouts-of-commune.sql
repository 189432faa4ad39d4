-- The payouts of a commune's month that are paid in cash: the people who are not reached by an account yet. By the payrolls of the commune.
select o.payout_id, o.programme, o.beneficiary_name, o.payee_name, o.birth_year, o.amount_vnd, o.state, o.channel, o.explanation,
  count(*) over () as payouts, (select count(distinct n.beneficiary_id) from payroll q join payout n on n.current_payroll_id = q.payroll_id
    where q.commune_code = :commune and q.period = :period and n.state in ('OPEN', 'HELD', 'PAID') and n.channel <> 'BANK') as persons
from payroll p join payout o on o.current_payroll_id = p.payroll_id
where p.commune_code = :commune and p.period = :period and o.state in ('OPEN', 'HELD', 'PAID') and o.channel <> 'BANK'
order by o.programme, o.payout_id
limit :most
