-- Whether a final status names a payment of the batch.
select exists (select from payment l join payment_status f using (payment_id)
  where l.batch_id = :batch and f.reported in ('PAID', 'REJECTED', 'UNCOLLECTED', 'RETURNED') and f.effect <> 'REFUSED_FILE'
    and not f.provisional)
