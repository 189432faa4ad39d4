-- Two persons must confirm that the refused file pays nothing any more; one case, however many answers come.
select open_case('REFUSED_FILE_ANSWERED', 'batch:' || b.batch_id,
  format('Đối tác đã từ chối tệp %s nhưng nay lại trả lời về tệp ấy: %s khoản chi của tệp có thể vẫn được chi, trong đó %s khoản chưa'
    || ' vào tệp nào khác đang bị giữ lại.', b.file_name, d.items, f.items),
  :now, :due, partner => b.partner, file_id => :file, amount_vnd => d.dong::bigint, item_count => d.items::integer)
from batch b
  cross join lateral (select count(*) as items, coalesce(sum(l.amount_vnd), 0) as dong from refused_payment t
    join payment l using (payment_id)
    where t.batch_id = b.batch_id and (t.may_be_paid or l.frozen_for_batch = b.batch_id)) d
  cross join lateral (select count(*) as items from payment l where l.frozen_for_batch = b.batch_id) f
where b.batch_id = :batch
  and not exists (select from case_record c where c.kind = 'REFUSED_FILE_ANSWERED' and c.subject = 'batch:' || b.batch_id
    and c.state = 'OPEN')
