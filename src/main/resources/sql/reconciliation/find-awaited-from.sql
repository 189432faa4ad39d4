-- From when on statements of the account are awaited: the first one that counts, or the first file sent after another account's last one.
select least(min(day) filter (where account = :account), greatest(max(day) filter (where account <> :account) + 1,
  (select (min(built_at) at time zone 'Asia/Ho_Chi_Minh')::date from batch where partner = :partner and kind = 'PAYMENT')))
from statement where partner = :partner and state = 'CHAINED'
