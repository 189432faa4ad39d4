-- A second booking that came back: the credit is its own, whether or not the partner's status came before it.
select distinct on (d.duplicate_id) d.duplicate_id, d.payment_id, l.payout_id, e.entry_id
from statement_entry e join statement s using (statement_id)
join payment l on l.end_to_end_id = e.end_to_end_id and l.partner = s.partner and l.amount_vnd = e.amount_vnd
join lateral (select duplicate_id, payment_id from duplicate_payment where payment_id = l.payment_id and entry_id is null
  and (outcome is null or outcome = 'RECOVERED') order by duplicate_id limit 1) d on true
where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched
order by d.duplicate_id, s.day, e.line_no
