-- Payouts of which a payment in error came back.
select distinct payout_id from moved where from_state = 'PAID_IN_ERROR' and to_state = 'RETURNED'
