-- Inbound files of some partners that were set aside about no batch of ours, in the order in which they came.
select file_id from file
where state = 'SET_ASIDE' and partner = any (:partners) and direction = 'IN' and batch_id is null
order by file_id
