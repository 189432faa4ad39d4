-- What the partner reported about a payment, in the order in which it came.
select reported, provisional, code, reason_text, happened_on, effect, received_at
from payment_status
where payment_id = :payment
order by payment_status_id
