-- Remembers the payments of the file: none of them travels in another one.
insert into payment_already_out (end_to_end_id, batch_id, batch_line)
select end_to_end_id, :batch, line from carried
on conflict (end_to_end_id) do update set batch_id = excluded.batch_id, batch_line = excluded.batch_line
