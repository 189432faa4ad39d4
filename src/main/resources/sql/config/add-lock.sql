-- The row of a route's lock, free at once; one that is there stays.
insert into shedlock (name, lock_until, locked_at, locked_by)
values (:name, timezone('utc', current_timestamp), timezone('utc', current_timestamp), 'nobody yet')
on conflict do nothing
