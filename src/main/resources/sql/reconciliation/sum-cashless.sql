-- The amounts paid through banks and in all; from the bookings, so that the sum always equals the paid amount of the settlement.
select p.commune_code, p.programme,
  coalesce(sum(b.item_count) filter (where l.channel = 'BANK'), 0), coalesce(sum(b.amount_vnd) filter (where l.channel = 'BANK'), 0),
  sum(b.item_count), sum(b.amount_vnd)
from booking b
left join payout w using (payout_id) left join payment m on m.payment_id = b.payment_id
-- of an archived payout by its key; the offsets keep these looks ones by key, for what is not here alone
left join lateral (select commune_code, programme from archived_payout a where w.payout_id is null and a.payout_id = b.payout_id offset 0) y
  on true
left join lateral (select channel from archived_payment a where m.payment_id is null and a.payment_id = b.payment_id offset 0) z on true
cross join lateral (select coalesce(w.commune_code, y.commune_code) as commune_code, coalesce(w.programme, y.programme) as programme) p
cross join lateral (select coalesce(m.channel, z.channel) as channel) l
where b.period = :period and b.column_name = 'PAID' and b.payout_id is not null
group by p.commune_code, p.programme order by p.commune_code, p.programme
