-- Remembers a fetched file that still lies in the partner's folder; of one path the last look counts.
insert into inbox_memory (partner, path, look, done_name) values (:partner, :path, :look, :done_name)
on conflict (partner, path) do update set look = excluded.look, done_name = excluded.done_name, remembered_at = now()
