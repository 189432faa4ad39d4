-- Counts the lines with ids of ours.
select count(*)
from staged_opening s join account_request r using (request_id)
