-- The lines of one answer file, as long as the transaction lives.
create temporary table if not exists staged_opening (
  line_no integer, request_id text, outcome text, account_no text, account_name text, opened_on date, code text
) on commit drop
