-- Entries that match no rule, among them a debit for a file that was never sent.
select s.file_id, s.day, e.* from statement_entry e join statement s using (statement_id)
where statement_id = any (:statements) and (e.kind = 'OTHER' or e.kind = 'FILE' and not exists (select from batch b
  where b.partner = s.partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = e.seq))
order by s.day, e.line_no
