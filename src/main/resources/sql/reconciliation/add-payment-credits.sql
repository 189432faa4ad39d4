-- Stores which credit belongs to which payment.
insert into payment_credit (payment_id, entry_id, matched_at)
select payment_id, entry_id, :now from unnest(:payments, :entries) c (payment_id, entry_id)
