-- The credit entry of an open case that names no payment of ours, locked with its case.
select e.entry_id, s.partner, e.amount_vnd, e.line_no, to_char(s.day, 'DD/MM/YYYY') as day
from case_record c join statement s on s.file_id = c.file_id join statement_entry e on e.statement_id = s.statement_id
  and e.line_no = c.line_no
where c.case_id = :case and c.state = 'OPEN' and c.kind in ('CREDIT_UNSETTLED', 'STATEMENT_ENTRY_OTHER', 'RETURN_UNMATCHED')
  and s.state = 'CHAINED' and e.side = 'C' and e.kind in ('CREDIT', 'OTHER', 'RETURN') and not e.matched
  and not exists (select from payment l where l.end_to_end_id = e.end_to_end_id)
for update of c, e
