-- A second booking is money paid in error.
select open_case('PAID_IN_ERROR', 'payout:' || l.payout_id, format('Đã chi hai lần: mã chi trả %s được đối tác ghi'
  || ' có theo tệp %s và lần nữa theo tệp %s.', l.end_to_end_id, (select b.file_name from batch b
    where b.batch_id = coalesce((select f.about_batch_id from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID'
      and f.effect = 'APPLIED'
    and not f.provisional
  order by f.payment_status_id desc limit 1), (select t.about_batch_id from staged_status t where t.payment_id = s.payment_id
    and t.reported = 'PAID' and t.effect is null))),
  (select b.file_name from batch b where b.batch_id = s.about_batch_id)), :now, :due,
  partner => l.partner, file_id => :file, line_no => s.line_no, amount_vnd => s.amount_vnd)
from staged_status s join payment l using (payment_id) join duplicate_payment d on d.payment_id = s.payment_id
  and d.batch_id = s.about_batch_id
where s.effect = 'PAID_TWICE' and d.outcome is null
