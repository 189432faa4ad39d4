-- Credits that name a payment that came back, with the whole of its amount; of two equal credits for one payment the first counts.
select distinct on (l.payment_id) l.payment_id, e.entry_id
from statement_entry e join statement s using (statement_id)
join payment l on l.end_to_end_id = e.end_to_end_id and l.partner = s.partner and l.amount_vnd = e.amount_vnd
where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched
  and l.state in ('RETURNED', 'REJECTED', 'PAID_IN_ERROR')
  and not exists (select from payment_credit c where c.payment_id = l.payment_id)
order by l.payment_id, s.day, e.line_no
