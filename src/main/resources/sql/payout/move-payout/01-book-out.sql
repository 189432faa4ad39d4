-- Books moved out, at the current partner of the payout.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select p.period, coalesce(p.partner, 'none'), p.programme, 'MOVED_OUT', p.payout_id, l.payment_id, 1, p.amount_vnd, :today
from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempt
where p.payout_id = :payout
