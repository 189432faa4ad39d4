-- Lists of the month that are here, their payouts and their money.
select count(*) as lists, coalesce(sum(accepted_count), 0) as payouts, coalesce(sum(accepted_vnd), 0) as vnd
from payroll where period = :period and state not in ('CANCELLED', 'REFUSED')
