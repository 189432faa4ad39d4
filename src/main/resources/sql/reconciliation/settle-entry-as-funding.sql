-- Persons settled a credit as funding.
update statement_entry set kind = 'FUNDING', end_to_end_id = null, matched = true, settled_at = :now where entry_id = :entry
