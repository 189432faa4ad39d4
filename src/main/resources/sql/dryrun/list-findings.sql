-- The findings of the comparison of one kind.
select line_no, entitlement_id, payee_name, account, monthly_vnd, previous_vnd, reason
from finding
where kind = :kind
order by finding_id
limit :most
