-- The amounts paid through banks and in all; from the bookings, so that the sum always equals the paid amount of the settlement.
select p.commune_code, p.programme,
  coalesce(sum(b.item_count) filter (where l.channel = 'BANK'), 0), coalesce(sum(b.amount_vnd) filter (where l.channel = 'BANK'), 0),
  sum(b.item_count), sum(b.amount_vnd)
from booking b join payout p using (payout_id) left join payment l on l.payment_id = b.payment_id
where b.period = :period and b.column_name = 'PAID' group by p.commune_code, p.programme order by p.commune_code, p.programme
