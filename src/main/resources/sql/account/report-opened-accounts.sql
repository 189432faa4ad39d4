-- Notes the opened accounts for the welfare database: one row per entitlement that shares a request.
insert into account_report (entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id)
select e.entitlement_id, :bin, r.account_no, r.account_name, r.opened_on, 'MTK-' || lpad(b.seq::text, 6, '0')
from account_request r join account_request_entitlement e using (request_id) join batch b using (batch_id)
where r.state = 'OPENED' and r.request_id = any (:requests)
on conflict do nothing
