-- The credit on a statement that an open case is about and that no payment has, locked with its case.
select e.entry_id, s.partner, e.amount_vnd, e.line_no, e.end_to_end_id, to_char(s.day, 'DD/MM/YYYY') as day
from case_record c join statement s on s.file_id = c.file_id join statement_entry e on e.statement_id = s.statement_id
  and e.line_no = c.line_no
where c.case_id = :case and c.state = 'OPEN' and c.kind in ('CREDIT_UNSETTLED', 'RETURN_UNMATCHED',
  'STATEMENT_ENTRY_OTHER') and s.state = 'CHAINED'
  and e.side = 'C' and e.kind in ('RETURN', 'CREDIT', 'OTHER') and not e.matched
for update of c, e
