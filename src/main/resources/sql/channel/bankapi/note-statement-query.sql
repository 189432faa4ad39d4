-- The time of the last request for a day's statement, whether the statement is here, and whether the bank gave no usable answer.
insert into api_statement (partner, day, queried_at, file_here, silent) values (:partner, :day, :at, :here, :silent)
on conflict (partner, day) do update set queried_at = excluded.queried_at, file_here = excluded.file_here, silent = excluded.silent
