-- Whether a person has closed such a case over the same amount.
select exists (select from case_record where kind = :kind and subject = :subject
  and coalesce(file_id, 0) = :file and coalesce(line_no, 0) = :line and amount_vnd is not distinct from :amount_vnd::bigint
  and state = 'CLOSED' and closed_by is distinct from 'hub')
