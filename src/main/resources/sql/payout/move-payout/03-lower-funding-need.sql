-- Lowers what the old partner must be given.
update funding_need f set item_count = f.item_count - 1, total_vnd = f.total_vnd - p.amount_vnd, revision = f.revision + 1,
  updated_at = :now
from payout p where p.payout_id = :payout and f.payroll_id = p.current_payroll_id and f.partner = coalesce(p.partner, 'none')
