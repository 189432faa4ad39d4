-- The first file of the partner with these bytes that was understood.
select min(file_id) from file
where direction = 'IN' and partner = :partner and sha256 = :sha256 and state in ('DONE', 'IGNORED')
having count(*) > 0
