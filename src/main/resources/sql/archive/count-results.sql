-- Marks the results in a partner's files as counted; gives those files.
update file set results_counted = true
where direction = 'IN' and state = 'DONE' and folder = '' and (batch_id is not null or kind is null and line_count > 0)
  and not results_counted and partner = :partner
returning file_id
