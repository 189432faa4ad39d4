-- The payout of a payment, by its endToEndId, archived ones too.
select payout_id from payment where end_to_end_id = :payment
union all
select payout_id from archived_payment where end_to_end_id = :payment
