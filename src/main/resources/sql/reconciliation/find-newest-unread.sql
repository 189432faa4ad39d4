-- When the partner's newest file came that waits to be read, or that holds a statement and waits to be taken; null when none came lately.
select max(received_at) from (
  select received_at from file where state = 'ARCHIVED' and direction = 'IN' and partner = :partner
  union all select received_at from file f where kind = 'STATEMENT' and state = 'DONE' and partner = :partner
    and not exists (select from statement s where s.file_id = f.file_id)) unread
where received_at >= :since
