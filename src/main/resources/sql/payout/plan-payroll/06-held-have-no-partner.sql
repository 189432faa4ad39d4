-- Payouts that somebody holds before they were planned stand at no partner.
update payout p set partner = null, updated_at = :now
where p.current_payroll_id = :payroll and p.state = 'HELD' and p.partner is not null
  and not exists (select from payment l where l.payout_id = p.payout_id and l.attempt = p.attempt and l.state = 'PLANNED')
