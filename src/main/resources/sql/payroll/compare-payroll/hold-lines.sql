-- Holds every accepted line of an entitlement about which one of the kinds was found; a line that is held already keeps its reason.
update taken_line t set hold_reason = f.kind, hold_text = f.reason, partner = null
from (select distinct on (entitlement_id) entitlement_id, kind, reason from finding
  where kind = any (:kinds) and line_no is not null
  order by entitlement_id, array_position(:kinds, kind::text)) f
where t.entitlement_id = f.entitlement_id and t.reason_code is null and t.hold_reason is null
