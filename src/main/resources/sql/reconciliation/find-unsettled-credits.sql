-- Credits of statements that count which may be funding or a return, and which are not settled.
select s.file_id, s.day, e.* from statement_entry e join statement s using (statement_id)
where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'CREDIT' and not e.matched
order by s.day, e.line_no
