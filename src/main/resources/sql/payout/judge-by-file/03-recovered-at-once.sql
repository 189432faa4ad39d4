-- The second booking came back within the same message.
update staged_status s set effect = 'RECOVERED' where s.reported = 'RETURNED' and s.effect is null and exists (
  select from staged_status t where t.payment_id = s.payment_id and t.effect = 'PAID_TWICE')
