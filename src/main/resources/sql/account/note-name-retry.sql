-- Notes a query of an account without a usable reply. It counts as the account's own trouble when it is one, or was one before: then the
-- pauses grow from none over one minute to half an hour.
insert into account_name_retry as r (partner, bank_bin, account_no, tries, reply, tried_at, retry_at)
values (:partner, :bin, :number, case when :own then 1 else 0 end, :reply, :at, :at)
on conflict (partner, bank_bin, account_no) do update
  set tries = r.tries + case when :own or r.tries > 0 then 1 else 0 end, reply = excluded.reply, tried_at = excluded.tried_at,
    retry_at = excluded.tried_at + case when r.tries = 0 then interval '0'
      else least(30, 1 << least(r.tries - 1, 5)) * interval '1 minute' end
