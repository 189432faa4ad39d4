-- A bank answers its own requests only.
delete from staged_opening s
where exists (select from account_request r join batch b using (batch_id) where r.request_id = s.request_id and b.partner <> :partner)
