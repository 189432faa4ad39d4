-- Funding and fees need no counterpart.
update statement_entry set matched = true where statement_id = any (:statements) and kind in ('FUNDING', 'FEE')
