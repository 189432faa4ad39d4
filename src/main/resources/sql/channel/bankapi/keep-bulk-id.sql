-- Keeps the bank's own id of a bulk.
insert into api_bulk (batch_id, bulk_id) values (:batch, :bulk)
on conflict (batch_id) do update set bulk_id = excluded.bulk_id
