-- Cancels the open batches that hold no payment. One that a gathering filled between the two statements stays open and is built later.
update batch set state = 'CANCELLED', version = version + 1
where state = 'OPEN' and not exists (select from payment l where l.batch_id = batch.batch_id)
