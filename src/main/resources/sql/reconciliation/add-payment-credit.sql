-- The credit of a payment that came back, as persons found it.
insert into payment_credit (payment_id, entry_id, matched_at) values (:payment, :entry, :now)
