-- The heartbeat of a day; those of earlier days that did not leave yet are outdated.
with outdated as (
  update mail set state = 'DROPPED', note = 'đã sang ngày khác' where event = 'ALIVE' and state = 'QUEUED' and period < :day)
insert into mail (event, role, period, created_at, next_try_at)
values ('ALIVE', 'OPERATOR', :day, :wall, :wall)
on conflict do nothing
