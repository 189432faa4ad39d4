-- Every case about a subject, the closed ones too, as the console shows them.
select c.case_id as "số", c.kind as "loại", c.subject as "về", c.partner as "đối tác", c.evidence as "bằng chứng", f.name as "tệp",
  c.line_no as "dòng", f.sha256 as "sha256 trong kho", c.item_count as "số khoản",
  to_char(c.amount_vnd, 'FM999,999,999,999,990') as "đồng",
  to_char(c.opened_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "mở lúc",
  to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "hạn", c.state as "trạng thái",
  c.closed_by as "người đóng", c.resolution as "kết luận"
from case_record c left join file f using (file_id)
where c.case_id in (select case_id from case_record where subject = :subject
  union all
  select case_id from case_payout where payout_id = case when :subject ~ '^payout:[0-9]{1,18}$' then split_part(:subject, ':', 2)::bigint end)
order by c.case_id desc
limit 200
