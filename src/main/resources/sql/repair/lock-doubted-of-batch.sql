-- Locks the payments that a refused file may still pay, or that are frozen because of it; gives their amounts.
select l.amount_vnd from payment l where l.frozen_for_batch = :batch
  or exists (select from refused_payment t where t.payment_id = l.payment_id and t.batch_id = :batch and t.may_be_paid)
order by l.payment_id for update
