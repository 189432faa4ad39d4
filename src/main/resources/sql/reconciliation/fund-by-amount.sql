-- Takes unsettled credits for funding where no payment paid in the last 60 days, and none that came back without a credit, has their
-- amount. The offsets and the last day, which no payment that matters passes, keep each look one by the partner's days, never one at all
-- payments.
update statement_entry e set kind = 'FUNDING', matched = true from statement s
where s.statement_id = e.statement_id and e.statement_id = any (:statements) and e.kind = 'CREDIT' and not e.matched
  and not exists (select from payment l where l.partner = s.partner and l.amount_vnd = e.amount_vnd
    and l.paid_out and l.paid_on between s.day - 60 and s.day + 366 offset 0)
  and not exists (select from payment l where l.partner = s.partner and l.amount_vnd = e.amount_vnd
    and l.credit_awaited offset 0)
