-- Staged lines whose payment has several lines.
select line_no from staged_status
where end_to_end_id in (select end_to_end_id from staged_status group by end_to_end_id having count(*) > 1)
order by line_no
