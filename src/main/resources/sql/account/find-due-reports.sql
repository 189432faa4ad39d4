-- Opened accounts that the welfare database is not known to know.
select entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id
from account_report
where not written
order by entitlement_id
limit :chunk
