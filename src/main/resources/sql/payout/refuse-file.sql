-- Stores the payments of a refused file: the partner may still report about that file.
insert into refused_payment (payment_id, batch_id) select payment_id, batch_id from payment where batch_id = :batch
  on conflict do nothing
