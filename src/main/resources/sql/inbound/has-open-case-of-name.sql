-- Whether a case is open about an earlier unusable file of that name.
select exists (
  select from file b join case_record c on c.subject = 'file:' || b.file_id and c.kind = 'FILE_NOT_UNDERSTOOD' and c.state = 'OPEN'
  where b.direction = 'IN' and b.partner = :partner and b.state = 'SET_ASIDE' and (b.folder, b.name) = (:folder, :name)
    and b.file_id <> :file)
