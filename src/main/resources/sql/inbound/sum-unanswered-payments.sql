-- Payments of the batch without a final answer.
select count(*), coalesce(sum(amount_vnd), 0) from payment where batch_id = :batch and state in ('SENT', 'ACCEPTED')
