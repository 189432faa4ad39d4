-- Persons named the payment that a credit is for; it is matched when the bank has called the payment returned.
update statement_entry set matched = :matched, kind = 'RETURN', end_to_end_id = :id, settled_at = :now where entry_id = :entry
