-- Sent when the payroll was withdrawn, and back now because the partner refused the whole file; once, for then a person decided.
update payment set frozen = true, updated_at = :now
from payout p join payroll r on r.payroll_id = p.current_payroll_id
where p.payout_id = payment.payout_id and r.withdrawn_at is not null and r.state <> 'CANCELLED' and payment.state = 'PLANNED'
  and not payment.frozen and payment.came_back_from is not null and payment.released_at is null
  and not exists (select from case_record c where c.kind = 'PAYROLL_WITHDRAWN' and c.subject = 'payout:' || p.payout_id)
