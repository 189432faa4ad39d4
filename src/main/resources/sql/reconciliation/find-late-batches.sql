-- Files whose acknowledgement or last answer is overdue, or of which the last answer left payments in progress for too long; a locked file,
-- perhaps with an answer in progress, is checked at the next run, and so is one whose folder holds an unread file that came after it was
-- built and lately. missing_parts: numbers before the last part that did not come.
select batch_id, file_name, payment_count, total_vnd,
  case when state = 'SENT' and not answered and sent_at <= :sent_until then 'chưa có ACK'
    when state in ('SENT', 'ACKNOWLEDGED') and not answered and answer_due_on < :today then 'chưa có trả lời cuối cùng'
    when state = 'ACKNOWLEDGED' and still_owed and answer_due_on < :today and exists (select from payment l where l.batch_id = batch.batch_id
      and l.state in ('SENT', 'ACCEPTED')) then 'còn khoản đang xử lý quá hạn kể từ phần cuối' end as late,
  (select string_agg(n::text, ', ' order by n) from generate_series(1, (select min(r.number) from batch_reply r
      where r.batch_id = batch.batch_id and r.kind = 'PART' and r.closing)) as n
    where not answered and not exists (select from batch_reply r where r.batch_id = batch.batch_id and r.kind = 'PART' and r.number = n))
    as missing_parts
from batch
where partner = :partner and state in ('SENT', 'ACKNOWLEDGED') and (not answered or still_owed)
  and case when state = 'SENT' and not answered and sent_at <= :sent_until then 'chưa có ACK'
      when state in ('SENT', 'ACKNOWLEDGED') and not answered and answer_due_on < :today then 'chưa có trả lời cuối cùng'
      when state = 'ACKNOWLEDGED' and still_owed and answer_due_on < :today and exists (select from payment l where l.batch_id = batch.batch_id
        and l.state in ('SENT', 'ACCEPTED')) then 'còn khoản đang xử lý quá hạn kể từ phần cuối' end is not null
  and not exists (select from file f where f.state = 'ARCHIVED' and f.direction = 'IN' and f.partner = batch.partner
    and f.folder = batch.folder and f.received_at >= greatest(batch.built_at, :unread_since))
order by batch_id for no key update skip locked
