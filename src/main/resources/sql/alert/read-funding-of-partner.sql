-- The money that the files waiting for funds at a partner need, and the balance of its account that is free for them, with its day.
select coalesce((select sum(total_vnd) from batch
  where partner = :partner and kind = 'PAYMENT' and state = 'WAITING_FUNDS' and retry_at is null), 0) as needed, f.left_vnd, f.day
from (select) one left join funding_balance f on f.partner = :partner
