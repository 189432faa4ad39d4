-- The payrolls of the payouts given, first.
select payroll_id from payroll where payroll_id in (select current_payroll_id from payout where payout_id = any (:given))
order by payroll_id
for share
