-- Open cases about late files whose cause has ended, also of a file that was answered while its case was being opened.
select c.case_id from case_record c join batch on c.subject = 'batch:' || batch.batch_id
where c.kind = 'ANSWER_OVERDUE' and c.state = 'OPEN' and batch.partner = :partner
  and case when batch.state = 'SENT' and not batch.answered and sent_at <= :sent_until then 'chưa có ACK'
      when batch.state in ('SENT', 'ACKNOWLEDGED') and not batch.answered and answer_due_on < :today then 'chưa có trả lời cuối cùng'
      when batch.state = 'ACKNOWLEDGED' and still_owed and answer_due_on < :today and exists (select from payment l where l.batch_id = batch.batch_id
        and l.state in ('SENT', 'ACCEPTED')) then 'còn khoản đang xử lý quá hạn kể từ phần cuối' end is null
