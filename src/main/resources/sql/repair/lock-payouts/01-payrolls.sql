-- Locks the payrolls of several payouts, first: whether a new payment may travel at once follows from them.
select 1 from payroll where payroll_id in (select current_payroll_id from payout where payout_id = any (:payouts))
order by payroll_id for share
