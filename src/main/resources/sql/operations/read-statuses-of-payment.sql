-- The reported statuses of a payment, in order of arrival, each with the file and line that reported it.
select s.reported, s.provisional, s.code, s.reason_text, s.happened_on, s.effect, s.received_at, f.name as file_name, s.line_no
from payment_status s left join file f using (file_id)
where s.payment_id = :payment
order by s.payment_status_id
