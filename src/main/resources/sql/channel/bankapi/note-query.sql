-- The time of the last query for the bulk's results.
insert into api_bulk (batch_id, queried_at) values (:batch, :at)
on conflict (batch_id) do update set queried_at = excluded.queried_at, query_once = false
