-- Signed entries; a payout whose late PAID comes from another partner than its current one is moved there first.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select m.book_period, e.partner, m.programme, e.column_name, m.payout_id, m.payment_id, e.sign, e.sign * m.amount_vnd, :today
from moved m cross join lateral (values
  ('MOVED_OUT', m.payout_partner, 1, m.to_state = 'PAID' and m.payout_partner <> m.partner),
  ('MOVED_IN', m.partner, 1, m.to_state = 'PAID' and m.payout_partner <> m.partner),
  ('CARRIED_OUT', m.payout_partner, -1, m.to_state = 'PAID' and m.payout_from = 'CARRIED_OVER' and not m.closed),
  ('CARRIED_IN', m.payout_partner, 1, m.to_state = 'PAID' and m.payout_from = 'CARRIED_OVER' and m.closed),
  ('PAID', m.partner, 1, m.to_state = 'PAID'),
  ('PAID', m.partner, -1, m.to_state = 'RETURNED' and m.from_state = 'PAID' and not m.closed),
  ('CAME_BACK', m.partner, 1, m.to_state = 'RETURNED' and m.from_state = 'PAID' and m.closed))
  e (column_name, partner, sign, applies)
where e.applies
