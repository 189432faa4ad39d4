-- How far the agency's changes were seen.
insert into welfare_watch (what, seen_until) values ('persons', :newest)
on conflict (what) do update set seen_until = greatest(welfare_watch.seen_until, excluded.seen_until)
