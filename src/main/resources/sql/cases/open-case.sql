-- Opens a case once: one that is open already for the same kind, subject, file and line stays as it is.
select open_case(:kind, :subject, :evidence, :now, :due, partner => :partner, file_id => :file, line_no => :line, amount_vnd => :amount,
  item_count => :items, field => :field)
