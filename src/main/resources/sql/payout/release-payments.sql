-- The payroll's planned payments may travel.
update payment set released_at = :now, updated_at = :now
from payout p
where p.payout_id = payment.payout_id and p.current_payroll_id = :payroll and payment.state = 'PLANNED' and payment.released_at is null
