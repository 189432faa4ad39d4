-- A hash of the staged lines and of what else the report states; the order of the lines and their numbers do not count.
select md5(coalesce(string_agg(concat_ws('|', end_to_end_id, coalesce(amount_vnd::text, '-'), reported, coalesce(code, '-'),
  coalesce(reason_text, '-'), coalesce(happened_on::text, '-'), day_impossible, coalesce(received_by, '-')), E'\n'
  order by end_to_end_id, line_no), '') || :rest) from staged_status
