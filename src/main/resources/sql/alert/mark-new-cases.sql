-- Gives every open case without a mail its role: that of its kind, or the one for all others.
insert into alert_state (case_id, kind, role, notified_at)
select c.case_id, c.kind, coalesce(named.role, :otherwise), :now
from case_not_notified c left join unnest(:kinds::text[], :roles::text[]) as named (kind, role) on named.kind = c.kind
on conflict do nothing
