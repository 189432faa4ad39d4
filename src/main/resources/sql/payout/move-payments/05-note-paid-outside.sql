-- The day on which a payment was paid that travels in no batch.
insert into payment_paid_outside (payment_id, partner, paid_on)
select m.payment_id, m.partner, coalesce(m.happened_on, :arrived) from moved m
where m.reported = 'PAID' and m.to_state is not null and (m.batch_id is null or m.from_state = 'BATCHED')
order by m.payment_id
on conflict (payment_id) do update set paid_on = excluded.paid_on
