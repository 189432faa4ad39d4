-- Locks the payout's payroll, first: whether a new payment may travel at once follows from it.
select 1 from payroll where payroll_id = (select current_payroll_id from payout where payout_id = :payout) for share
