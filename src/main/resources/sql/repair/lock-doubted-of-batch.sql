-- Locks the payments that a refused file may still pay, or that are frozen because of it; gives their amounts. Found by two keys, judged
-- once more as the lock finds them.
select l.amount_vnd from payment l
where l.payment_id in (
    select payment_id from payment where frozen_for_batch = :batch
    union select payment_id from refused_payment where batch_id = :batch and may_be_paid)
  and (l.frozen_for_batch = :batch
    or exists (select from refused_payment t where t.payment_id = l.payment_id and t.batch_id = :batch and t.may_be_paid))
order by l.payment_id for update
