-- Books carried out or handed back, at the current partner of the payout.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select period, partner, programme, :column, payout_id, payment_id, 1, amount_vnd, :today from picked
