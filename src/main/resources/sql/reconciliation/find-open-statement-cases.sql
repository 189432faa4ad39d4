-- The partner's open cases of these kinds.
select case_id, kind, subject, coalesce(file_id, 0) as file_id, coalesce(line_no, 0) as line_no, evidence from case_record
where state = 'OPEN' and partner = :partner and kind = any (:kinds)
