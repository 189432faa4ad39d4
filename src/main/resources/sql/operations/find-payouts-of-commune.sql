-- Payouts of a commune in its newest periods, by its payrolls; of persons born in that year where it is given.
select o.payout_id, o.beneficiary_name, o.payee_name, o.birth_year
from payroll p join payout o on o.current_payroll_id = p.payroll_id
where p.commune_code = any (:communes) and (:year::smallint is null or o.birth_year = :year)
  and p.period in (select distinct period from payroll where commune_code = any (:communes) order by period desc limit :periods)
order by o.period desc, o.payout_id
