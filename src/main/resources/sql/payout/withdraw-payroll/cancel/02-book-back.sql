-- Every entry of this payroll is reversed; those since the payout was carried out the last time are this payroll's. Of a payout that was
-- handed over in the entry of the whole payroll its part is reversed. The entries are looked up payout by payout, whatever the size of the
-- ledger.
insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
select b.period, b.partner, b.programme, b.column_name, b.payout_id, b.payment_id, -b.item_count, -b.amount_vnd, :today
from payout p cross join lateral (select e.* from payout_booking e where e.payout_id = p.payout_id offset 0) b
where p.current_payroll_id = :payroll and b.booking_id > coalesce((select max(c.booking_id) from booking c
  where c.payout_id = p.payout_id and c.column_name = 'CARRIED_OUT'), 0)
order by b.booking_id
