-- How often the partner put a file under this name.
select count(*) from file_arrival a join file f using (file_id)
where f.partner = :partner and a.folder = :folder and a.name = :name
