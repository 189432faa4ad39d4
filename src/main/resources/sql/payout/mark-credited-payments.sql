-- Marks payments whose credit was matched. Only these two states are final, because a rejected payment may still be reported as paid and
-- then as returned. updated_at does not change, because it shows which payment of a payout ended last.
update payment set credit_matched = true where payment_id = any (:payments) and state in ('RETURNED', 'PAID_IN_ERROR')
