-- One of two equal bookings came back: the other one remains.
update staged_status s set effect = 'RECOVERED'
where s.reported = 'RETURNED' and s.effect is null
  and exists (select from duplicate_payment d where d.payment_id = s.payment_id and d.outcome is null)
