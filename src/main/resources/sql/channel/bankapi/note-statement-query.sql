-- When a day's statement was asked for, and whether it is here.
insert into api_statement (partner, day, queried_at, file_here) values (:partner, :day, :at, :here)
on conflict (partner, day) do update set queried_at = excluded.queried_at, file_here = excluded.file_here
