-- The reported statuses of a payment, in order of arrival.
select reported, provisional, code, reason_text, happened_on, effect, received_at
from payment_status
where payment_id = :payment
order by payment_status_id
