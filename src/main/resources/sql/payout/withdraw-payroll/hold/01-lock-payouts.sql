-- Locks payouts that seem to have no active payment; 02 checks their payments again under the lock.
select p.payout_id
from payroll r join payout p on p.current_payroll_id = r.payroll_id
left join payment f on f.payout_id = p.payout_id and f.alive_or_paid
where r.withdrawn_at is not null and r.state <> 'CANCELLED' and p.state in ('OPEN', 'HELD')
  and (f.payment_id is null and p.hold_reason is distinct from 'WITHDRAWN' or f.frozen and f.state = 'PLANNED')
order by p.payout_id
for update of p
