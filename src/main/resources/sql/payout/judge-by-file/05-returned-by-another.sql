-- A return is of the booking that it names: the payment counts as paid by the file of its last status that made it so.
update staged_status s set effect = 'CONTRADICTS'
where s.payment_state in ('PAID', 'PAID_IN_ERROR') and s.reported = 'RETURNED' and s.effect is null
  and (select f.about_batch_id from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect = 'APPLIED'
    and not f.provisional
  order by f.payment_status_id desc limit 1) <> s.about_batch_id
