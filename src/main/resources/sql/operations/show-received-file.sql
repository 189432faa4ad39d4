-- One file of a partner: what was understood, with the statement that it carried.
select f.file_id, f.partner, f.folder, f.name, f.received_at, f.size_bytes, f.kind, f.batch_id, f.line_count, f.applied_count, f.state,
  f.message, f.sha256, b.file_name as batch_file, s.day, s.opening_vnd, s.closing_vnd, s.state as statement_state
from file f left join batch b using (batch_id) left join statement s using (file_id)
where f.file_id = :file and f.direction = 'IN'
