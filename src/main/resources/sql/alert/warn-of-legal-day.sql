-- One mail to each role about a day of the law, while something is left to do by it.
insert into mail (event, role, period, created_at, next_try_at)
select :event, role, :month, :wall, :wall
from unnest(:roles::text[]) as role
where legal_day_is_open(:event, :month)
on conflict do nothing
