-- The payments that a release of the payroll would release, and their amount in dong.
select count(*) as payments, coalesce(sum(amount_vnd), 0) as total_vnd
from planned_payment where current_payroll_id = :payroll and released_at is null
