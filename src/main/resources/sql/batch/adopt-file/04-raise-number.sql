-- Raises the last number given to that of the file.
insert into file_sequence as s (partner, kind, folder, last_seq) values (:partner, :kind, :folder, :seq)
on conflict (partner, kind, folder) do update set last_seq = greatest(s.last_seq, excluded.last_seq)
