-- The newest hundred events of the audit trail, as the console shows them.
select audit_id as "số", to_char(at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "lúc", actor as "ai", action as "việc",
  subject as "về", reason as "lý do", detail as "chi tiết"
from audit_event
order by audit_id desc
limit 100
