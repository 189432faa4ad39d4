-- Unanswered payments make a bulk due after the shorter pause; then, as long as a return may come after the last one that was paid, after
-- the longer one. A refused bulk that the bank holds after all is due until the bank reports DONE. The offset keeps the look at payments
-- one by the batch's key.
select b.batch_id from batch b left join api_bulk a using (batch_id) left join paid_batch p using (batch_id)
where b.partner = :partner and b.kind = 'PAYMENT' and b.seq is not null
  and (a.query_once or b.state in ('SENT', 'ACKNOWLEDGED') and (
    (a.queried_at is null or a.queried_at <= :queried_before) and exists (select from payment l where l.batch_id = b.batch_id
      and l.state in ('SENT', 'ACCEPTED') offset 0)
    or (a.queried_at is null or a.queried_at <= :returns_queried_before)
      and (coalesce(b.sent_at, b.acknowledged_at) >= :sent_since or p.paid_on >= :paid_since))
    or b.state = 'REFUSED' and a.bulk_id is not null and not a.named_all and (a.queried_at is null or a.queried_at <= :queried_before))
order by a.queried_at nulls first, b.batch_id limit :most
