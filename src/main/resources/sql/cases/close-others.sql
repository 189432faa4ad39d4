-- Closes the cases of a kind at a partner that are about none of the subjects given, nor about anything below one of them. They are locked
-- in their order: two that close many at once do not wait for each other.
with done as (
  select case_id from case_record
  where kind = :kind and partner = :partner and state = 'OPEN'
    and not exists (select from unnest(:remaining) as one where starts_with(subject, one))
  order by case_id for update)
update case_record c set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = :resolution, version = version + 1
from done where done.case_id = c.case_id
