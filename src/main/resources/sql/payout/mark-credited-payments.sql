-- Marks payments whose credit was matched. A rejected payment may yet turn out to be paid and then come back: only these two states stay
-- for good. updated_at stays too, for it says which payment of a payout ended last.
update payment set credit_matched = true where payment_id = any (:payments) and state in ('RETURNED', 'PAID_IN_ERROR')
