-- The balance of each funding account that is free for files, by its newest statement that counts. Files that were sent again and not
-- debited since are subtracted; credits that nobody settled cover no file.
CREATE VIEW funding_balance AS
  SELECT s.partner, s.account, s.statement_id, s.day, s.closing_vnd - coalesce((SELECT sum(b.total_vnd) FROM batch b
      WHERE b.partner = s.partner AND EXISTS (SELECT FROM funding_retry r WHERE r.batch_id = b.batch_id)
        AND (b.state IN ('SENDING', 'IN_DOUBT', 'SENT', 'ACKNOWLEDGED') OR b.state = 'WAITING_FUNDS' AND b.retry_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM statement_entry e WHERE e.batch_id = b.batch_id)
        AND (NOT b.answered OR EXISTS (SELECT FROM statement_debit d WHERE d.batch_id = b.batch_id AND d.reported_vnd > d.debited_vnd))),
        0)
    - coalesce((SELECT sum(e.amount_vnd) FROM statement_entry e JOIN statement t USING (statement_id)
      WHERE t.partner = s.partner AND t.state = 'CHAINED' AND e.kind = 'CREDIT' AND NOT e.matched), 0) AS left_vnd
  FROM (SELECT DISTINCT ON (partner) partner, account, statement_id, day, closing_vnd FROM statement WHERE state = 'CHAINED'
    ORDER BY partner, day DESC) s;
