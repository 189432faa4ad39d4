-- Where a liability moved away the need falls.
update funding_need f set item_count = f.item_count - g.items, total_vnd = f.total_vnd - g.dong, revision = f.revision + 1,
  updated_at = :now
from (select current_payroll_id, payout_partner, count(*) as items, sum(amount_vnd) as dong from moved
  where to_state = 'PAID' and payout_from <> 'CARRIED_OVER' and payout_partner <> partner group by 1, 2) g
where f.payroll_id = g.current_payroll_id and f.partner = g.payout_partner
