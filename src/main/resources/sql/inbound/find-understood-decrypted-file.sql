-- The first file of the partner that held these bytes once it was opened, and that was understood.
select file_id from decrypted_file join file using (file_id)
where decrypted_file.partner = :partner and clear_sha256 = :clear_sha256 and state in ('DONE', 'IGNORED')
order by file_id limit 1
