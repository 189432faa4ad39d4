-- Files that hold a statement and are not taken yet, oldest first.
select f.file_id from file f
where f.kind = 'STATEMENT' and f.state = 'DONE' and not exists (select from statement s where s.file_id = f.file_id)
order by f.file_id
