-- Closes the cases of a kind at a partner that are about none of the subjects given, nor about anything below one of them.
update case_record set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = :resolution, version = version + 1
where kind = :kind and partner = :partner and state = 'OPEN'
  and not exists (select from unnest(:remaining) as one where starts_with(subject, one))
