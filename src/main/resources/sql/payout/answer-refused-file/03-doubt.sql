-- Checked again at each status: a payment that the partner rejected or returned in that file is no longer in doubt.
update refused_payment t set may_be_paid = not exists (select from payment_status f where f.payment_id = t.payment_id
  and f.about_batch_id = t.batch_id
  and f.reported in ('REJECTED', 'UNCOLLECTED', 'RETURNED') and not f.provisional and f.effect <> 'AMOUNT_DIFFERS')
where t.batch_id = :batch
