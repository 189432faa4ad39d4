-- SENT, ACCEPTED → PLANNED, unreleased, for payments of a refused file that no final status names.
update payment set state = 'PLANNED', batch_id = null, batch_line = null, came_back_from = batch_id, released_at = null, updated_at = :now
where batch_id = :batch and state in ('SENT', 'ACCEPTED')
  and not exists (select from payment_status f where f.payment_id = payment.payment_id
    and f.reported in ('PAID', 'REJECTED', 'UNCOLLECTED', 'RETURNED') and f.effect <> 'REFUSED_FILE' and not f.provisional)
