-- Notes that bytes arrived, the same bytes too.
insert into file_arrival (file_id, folder, name, arrived_at) values (:file, :folder, :name, :now)
