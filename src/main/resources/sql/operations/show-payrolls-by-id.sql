-- Payrolls whose id begins with the given text, as the console shows them.
select payroll_id as "bảng", programme as "chương trình", commune_code as "xã", to_char(period, 'MM/YYYY') as "kỳ",
  state as "trạng thái", receipt_status as "phiếu nhận", item_count as "số dòng", accepted_count as "nhận",
  refused_count as "từ chối", message as "lưu ý"
from payroll
where starts_with(payroll_id, :start)
order by payroll_id
limit 200
