-- Locks the files that the lines are about, before their payments: from here on no other transaction moves the judged payments.
select 1 from batch where batch_id in (
  select unnest(array[l.batch_id, l.came_back_from]) from payment l join staged_status using (payment_id)
  union select b.batch_id from batch b join staged_status s on s.about_seq = b.seq and s.payment_id is not null
    where b.partner = :partner and b.kind = 'PAYMENT' and b.folder = '')
order by batch_id
for no key update
