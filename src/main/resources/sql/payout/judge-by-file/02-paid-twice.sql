-- A second PAID from another file of ours. A single booking reported for two files has the same reference and the same day.
update staged_status s set effect = 'PAID_TWICE'
where s.payment_state in ('PAID', 'PAID_IN_ERROR', 'RETURNED') and s.reported = 'PAID' and s.effect is null
  and exists (select from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect = 'APPLIED'
    and not f.provisional
    and f.about_batch_id <> s.about_batch_id
    and not (f.partner_ref is not distinct from left(s.partner_ref, 140) and f.happened_on is not distinct from s.happened_on
      and (s.partner_ref is not null or s.happened_on is not null)))
  and not exists (select from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect in ('APPLIED',
    'PAID_TWICE')
    and not f.provisional and f.about_batch_id = s.about_batch_id)
