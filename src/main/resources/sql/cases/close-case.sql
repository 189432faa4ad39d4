-- A person ends one case.
update case_record set state = 'CLOSED', closed_at = :now, closed_by = :by, resolution = :resolution, version = version + 1
where case_id = :case
