-- Takes unsettled credits for funding where no payment paid in the last 60 days, and none that came back without a credit, has their
-- amount. The offsets keep each look one at the batches in which something was paid since then, never one at all payments.
update statement_entry e set kind = 'FUNDING', matched = true from statement s
where s.statement_id = e.statement_id and e.statement_id = any (:statements) and e.kind = 'CREDIT' and not e.matched
  and not exists (select from paid_batch d join batch b using (batch_id) cross join lateral (
      select from payment l where l.batch_id = d.batch_id and l.amount_vnd = e.amount_vnd and l.paid_out
        and l.paid_on between s.day - 60 and s.day + 366 offset 0) l
    where d.paid_on >= s.day - 60 and b.partner = s.partner offset 0)
  and not exists (select from payment_paid_outside d join payment l using (payment_id)
    where d.partner = s.partner and d.paid_on >= s.day - 60 and l.amount_vnd = e.amount_vnd and l.paid_out
      and l.paid_on between s.day - 60 and s.day + 366 offset 0)
  and not exists (select from payment l where l.partner = s.partner and l.amount_vnd = e.amount_vnd
    and l.credit_awaited offset 0)
