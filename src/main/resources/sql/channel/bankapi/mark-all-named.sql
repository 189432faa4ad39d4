-- Records that the bank reported DONE on every page of one query.
insert into api_bulk (batch_id, named_all) values (:batch, true)
on conflict (batch_id) do update set named_all = excluded.named_all
