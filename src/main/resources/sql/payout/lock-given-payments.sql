-- Locks the payments given.
select payment_id from payment where payment_id = any (:payments) order by payment_id for update
