-- Adds a person to the file for the bank; a person of a refused file is added to the new file under the same id.
insert into account_request (request_id, batch_id, line_no, personal_no, state, requested_at)
values (:request, :batch, :line, :person, 'REQUESTED', :now)
on conflict (request_id) do update
  set batch_id = excluded.batch_id, line_no = excluded.line_no, requested_at = excluded.requested_at
