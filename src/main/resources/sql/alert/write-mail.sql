-- What goes out now, and again in the same words when this attempt leaves a doubt.
update mail
set message_id = :messageId, sent_to = :to, subject = :subject, plain = :plain, html = :html
where mail_id = :mail
