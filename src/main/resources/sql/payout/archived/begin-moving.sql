-- The month is moved from now on; one that is moved already, or was, goes on.
insert into archived_month (period, state, last_month, began_at) values (:period, 'MOVING', :period, :now)
on conflict (period) do update set state = 'MOVING', ended_at = null where archived_month.state <> 'RETURNING'
