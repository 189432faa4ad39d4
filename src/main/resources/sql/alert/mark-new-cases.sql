-- Gives every open case without a mail its role: that of its kind, or the one for all others. A case within the grace of its kind or cause
-- waits, one of a kind that is mailed daily for the day's time.
insert into alert_state (case_id, kind, role, notified_at)
select c.case_id, c.kind, coalesce(named.role, :otherwise), :now
from case_not_notified c
left join unnest(:kinds::text[], :roles::text[]) as named (kind, role) on named.kind = c.kind
left join unnest(:graced::text[], :graces::int[]) as healing (kind, seconds) on healing.kind = c.kind
left join unnest(:graced_causes::text[], :cause_graces::int[]) as waiting (cause, seconds) on waiting.cause = c.cause
where c.opened_at + make_interval(secs => greatest(coalesce(healing.seconds, 0), coalesce(waiting.seconds, 0)))
  <= case when c.kind = any (:daily::text[]) then :daily_turn::timestamptz else :now::timestamptz end
on conflict do nothing
