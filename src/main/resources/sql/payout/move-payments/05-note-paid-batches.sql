-- The last day on which a payment of each batch was paid.
insert into paid_batch (batch_id, paid_on)
select m.batch_id, max(coalesce(m.happened_on, :arrived)) from moved m
where m.reported = 'PAID' and m.to_state is not null and m.batch_id is not null and m.from_state <> 'BATCHED'
group by m.batch_id
order by m.batch_id
on conflict (batch_id) do update set paid_on = excluded.paid_on where paid_batch.paid_on < excluded.paid_on
