-- The time of the last request for a day's statement, and whether the bank did not reply at all.
insert into api_statement (partner, day, queried_at, silent) values (:partner, :day, :at, :silent)
on conflict (partner, day) do update set queried_at = excluded.queried_at, silent = excluded.silent
