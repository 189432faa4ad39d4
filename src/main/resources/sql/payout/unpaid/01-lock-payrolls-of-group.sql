-- The payrolls first: whether a payment may travel at once follows from its payroll's state, and a release that does not see the
-- payment yet has to wait for it.
select payroll_id from payroll where payroll_id in (select u.current_payroll_id from unpaid_payout u
  where u.phase = :phase and u.outcome = :outcome and u.reason_code is not distinct from :reason::text
    and u.channel = :channel and u.pay_until = :payUntil and u.since = :since)
order by payroll_id
for share
