-- The open cases that a file brought or that are about it, the newest first.
select c.case_id as "số", c.kind as "loại", c.subject as "về", c.partner as "đối tác", c.evidence as "bằng chứng",
  to_char(c.amount_vnd, 'FM999,999,999,999,990') as "đồng",
  to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "hạn"
from case_record c
where c.state = 'OPEN' and c.case_id in (select o.case_id from case_record o where o.file_id = :file
  union
  select o.case_id from case_record o where o.subject = 'file:' || :file::bigint)
order by c.case_id desc
limit 50
