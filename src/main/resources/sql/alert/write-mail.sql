-- Stores the text that is sent now, so that a retry after an unknown outcome sends the same text.
update mail
set message_id = :messageId, sent_to = :to, subject = :subject, plain = :plain, html = :html
where mail_id = :mail
