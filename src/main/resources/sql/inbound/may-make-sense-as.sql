-- Whether the file was not accepted so far, and is stored under another folder or name.
select state in ('ARCHIVED', 'SET_ASIDE') and (folder, name) <> (:folder, :name) from file where file_id = :file
