-- One batch, as the console shows it.
select batch_id as "số", partner as "đối tác", folder as "nơi", file_name as "tệp", state as "trạng thái", payment_count as "số khoản",
  to_char(total_vnd, 'FM999,999,999,999,990') as "đồng", proof as "bằng chứng",
  to_char(sent_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "gửi lúc",
  to_char(answer_due_on, 'DD/MM/YYYY') as "hạn trả lời", answered as "đã trả lời", upload_attempt - put_off as "lần gửi",
  file_sha256 as "sha256", kind as "loại", to_char(value_date, 'DD/MM/YYYY') as "ngày chi",
  to_char(opened_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "gom lúc",
  to_char(built_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "tạo lúc",
  to_char(acknowledged_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "xác nhận lúc"
from batch
where batch_id = :batch
