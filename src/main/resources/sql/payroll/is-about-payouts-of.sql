-- Whether a staged line has its entitlement in common with a payout of the given payrolls.
select exists (
  select
  from (select entitlement_id from payout where current_payroll_id = any (:payrolls) offset 0) p   -- by that index
  join taken_line t on t.entitlement_id = p.entitlement_id)
