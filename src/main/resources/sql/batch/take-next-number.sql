-- The next number of a partner and file kind, without a gap, for ever.
insert into file_sequence (partner, kind, folder, last_seq) values (:partner, :kind, :folder, 1)
on conflict (partner, kind, folder) do update set last_seq = file_sequence.last_seq + 1
returning last_seq
