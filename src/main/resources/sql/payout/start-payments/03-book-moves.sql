-- Where the partner changes: moved out here, moved in there.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select g.period, e.partner, g.programme, e.column_name, g.payout_id, g.payment_id, 1, g.amount_vnd, :today
from picked g join given_payment n using (payout_id) cross join lateral (values ('MOVED_OUT', g.partner), ('MOVED_IN', n.to_partner))
  e (column_name, partner)
where g.partner <> n.to_partner
