-- Gives every open case without a mail its role: that of its kind, or the one for all others. A case within its kind's grace waits.
insert into alert_state (case_id, kind, role, notified_at)
select c.case_id, c.kind, coalesce(named.role, :otherwise), :now
from case_not_notified c
left join unnest(:kinds::text[], :roles::text[]) as named (kind, role) on named.kind = c.kind
left join unnest(:graced::text[], :graces::int[]) as healing (kind, seconds) on healing.kind = c.kind
where c.opened_at + make_interval(secs => coalesce(healing.seconds, 0)) <= :now
on conflict do nothing
