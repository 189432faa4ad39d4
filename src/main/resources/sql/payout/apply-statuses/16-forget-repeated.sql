-- Drops a status that an earlier line of the same file reported.
delete from staged_status s using staged_status t
where s.payment_id = t.payment_id and s.status_hash = t.status_hash and s.line_no > t.line_no
