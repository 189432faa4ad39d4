-- Closes one case because its cause ended; one that is closed already stays so.
update case_record set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = :resolution, version = version + 1
where case_id = :case and state = 'OPEN'
