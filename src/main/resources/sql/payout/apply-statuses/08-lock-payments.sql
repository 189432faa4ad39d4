-- Locks the payments, also of lines that will move nothing: a status that is only kept decides whether its payment may travel or
-- start again.
select 1 from payment where payment_id in (select payment_id from staged_status where payment_id is not null)
order by payment_id
for update
