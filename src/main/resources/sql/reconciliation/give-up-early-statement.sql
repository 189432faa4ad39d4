-- Gives up the statement of a day that came before that day and does not follow, so that nothing of it was matched; gives its file.
update statement s set state = 'WRONG_DAY' from file f
where s.partner = :partner and s.account = :account and s.day = :day and s.state = 'WAITING' and f.file_id = s.file_id
  and (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date < s.day
returning s.file_id
