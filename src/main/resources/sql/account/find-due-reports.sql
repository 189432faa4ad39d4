-- Opened accounts that are not written to the welfare database yet.
select entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id
from account_report
where not written
order by entitlement_id
limit :chunk
