-- How many payments a release of the payroll would let go.
select count(*) from planned_payment where current_payroll_id = :payroll and released_at is null
