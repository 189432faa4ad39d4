-- Records that the bank refused the bulk because ids of it exist there already.
insert into api_bulk (batch_id, ids_stand) values (:batch, true)
on conflict (batch_id) do update set ids_stand = excluded.ids_stand
