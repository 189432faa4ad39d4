-- The balance of the account that is free for files. Files that were sent again and not debited since are subtracted; credits that nobody
-- settled cover no file.
select s.statement_id, s.closing_vnd - coalesce((select sum(b.total_vnd) from batch b
  where b.partner = s.partner and exists (select from funding_retry r where r.batch_id = b.batch_id)
    and (b.state in ('SENDING', 'IN_DOUBT', 'SENT', 'ACKNOWLEDGED') or b.state = 'WAITING_FUNDS' and b.retry_at is not null)
    and not exists (select from statement_entry e where e.batch_id = b.batch_id)
    and (not b.answered or exists (select from statement_debit d where d.batch_id = b.batch_id and d.reported_vnd > d.debited_vnd))),
      0)
  - coalesce((select sum(e.amount_vnd) from statement_entry e join statement t using (statement_id)
    where t.partner = s.partner and t.state = 'CHAINED' and e.kind = 'CREDIT' and not e.matched), 0) as left_vnd
from statement s where s.partner = :partner and s.state = 'CHAINED' order by s.day desc limit 1
