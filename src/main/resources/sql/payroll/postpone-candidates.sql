-- The day from which each of the candidates is looked at again.
update account_candidate c set due_on = d.due_on
from unnest(:entitlements, :days) d (entitlement_id, due_on)
where c.entitlement_id = d.entitlement_id
