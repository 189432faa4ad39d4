-- The newest events of the audit trail that a person did, or that hold a text, as the console shows them.
select audit_id as "số", to_char(at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY') as "lúc", actor as "ai", action as "việc",
  subject as "về", reason as "lý do", detail as "chi tiết", hash as "mã băm"
from audit_event
where (:actor::text is null or lower(actor) = lower(:actor))
  and (:text::text is null or position(lower(:text) in lower(concat_ws(' ', action, subject, reason, detail))) > 0)
order by audit_id desc
limit :most
