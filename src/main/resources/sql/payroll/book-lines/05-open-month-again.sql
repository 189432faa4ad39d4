-- A payroll that comes when its month is closed already: what it brings is counted there, so the month is open again.
select open_month_again(:programme, cast(:period as date))
where exists (select from payout where current_payroll_id = :payroll)
