-- Mails that reached the operators since a time; a heartbeat only where it went to them, too.
select count(*)
from mail
where role = 'OPERATOR' and sent_at >= :from and (event <> 'ALIVE' or sent_to <> :own)
