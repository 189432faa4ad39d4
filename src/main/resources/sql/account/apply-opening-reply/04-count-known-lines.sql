-- Lines with ids that are ours.
select count(*)
from staged_opening s join account_request r using (request_id)
