-- Funding needs, behind a partner's, that the welfare database is not known to hold in their newest revision.
select payroll_id, partner, item_count, total_vnd, revision
from funding_need
where written_revision < revision and (payroll_id, partner) > (:payroll, :partner)
order by payroll_id, partner
limit :chunk
