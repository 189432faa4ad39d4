-- Keeps what a month that closes now paid into accounts and in all, by commune; from the bookings, as the settlement report counts it.
insert into cashless_share (programme, period, commune_code, account_count, account_vnd, paid_count, paid_vnd)
select b.programme, b.period, p.commune_code,
  coalesce(sum(b.item_count) filter (where l.channel = 'BANK'), 0), coalesce(sum(b.amount_vnd) filter (where l.channel = 'BANK'), 0),
  sum(b.item_count), sum(b.amount_vnd)
from booking b join payout p using (payout_id) left join payment l on l.payment_id = b.payment_id
where b.period = :period and b.programme = :programme and b.column_name = 'PAID'
group by b.programme, b.period, p.commune_code
on conflict do nothing
