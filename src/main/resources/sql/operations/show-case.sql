-- One case, open or closed, as the console shows it.
select c.case_id as "số", c.kind as "loại", c.subject as "về", c.partner as "đối tác", c.evidence as "bằng chứng", f.name as "tệp",
  c.line_no as "dòng", f.sha256 as "sha256 trong kho", c.item_count as "số khoản",
  to_char(c.amount_vnd, 'FM999,999,999,999,990') as "đồng",
  to_char(c.opened_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "mở lúc",
  to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "hạn", c.state as "trạng thái",
  c.closed_by as "người đóng", c.resolution as "kết luận",
  case when f.direction = 'IN' then f.file_id end as "số tệp"
from case_record c left join file f using (file_id)
where c.case_id = :case
