-- Payouts of persons born in that year, of every commune, in the newest periods.
select o.payout_id, o.beneficiary_name, o.payee_name, o.birth_year
from payout o
where o.period = any (array(select distinct period from payroll order by period desc limit :periods)) and o.birth_year = :year
order by o.period desc, o.payout_id
