-- Locks payouts that took the key of one paid in error, before their payments are read, because one may be planned at this moment. Payments
-- are frozen only after that, so a payment that appeared during the wait for the lock is frozen too.
select 1 from payout where payout_id in (select s.successor_id from moved m join payout_successor s using (payout_id)
  where m.to_state = 'PAID_IN_ERROR') order by payout_id for no key update
