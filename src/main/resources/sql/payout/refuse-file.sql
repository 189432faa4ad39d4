-- The payments that a refused file took along, kept: the partner may still speak of that file.
insert into refused_payment (payment_id, batch_id) select payment_id, batch_id from payment where batch_id = :batch
  on conflict do nothing
