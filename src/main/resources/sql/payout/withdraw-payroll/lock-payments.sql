-- Locks the payroll's payments, before its payouts.
select l.payment_id from payment l join payout p using (payout_id) where p.current_payroll_id = :payroll
  order by l.payment_id for update of l
