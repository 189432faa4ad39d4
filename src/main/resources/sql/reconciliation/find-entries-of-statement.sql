-- The entries of a statement, in order.
select s.file_id, s.day, e.* from statement_entry e join statement s using (statement_id)
where statement_id = :statement
order by e.line_no
