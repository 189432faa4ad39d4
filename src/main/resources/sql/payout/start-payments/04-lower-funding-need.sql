-- Lowers what the old partner must be given.
update funding_need f set item_count = f.item_count - g.items, total_vnd = f.total_vnd - g.dong, revision = f.revision + 1,
  updated_at = :now
from (select current_payroll_id, partner, count(*) as items, sum(amount_vnd) as dong from picked join given_payment n using (payout_id)
  where partner <> n.to_partner group by 1, 2) g
where f.payroll_id = g.current_payroll_id and f.partner = g.partner
