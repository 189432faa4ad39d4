-- Closes a programme's month.
insert into period_close (programme, period, closed_at) values (:programme, :period, :now) on conflict do nothing
