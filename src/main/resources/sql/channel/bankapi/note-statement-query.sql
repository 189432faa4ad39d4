-- The time of the last request for a day's statement, and whether the statement is here.
insert into api_statement (partner, day, queried_at, file_here) values (:partner, :day, :at, :here)
on conflict (partner, day) do update set queried_at = excluded.queried_at, file_here = excluded.file_here
