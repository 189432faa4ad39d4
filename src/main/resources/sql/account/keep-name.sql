-- Stores the holder's name that a bank gave for an account; the newest answer counts.
insert into account_name (partner, bank_bin, account_no, account_status, holder, queried_at)
values (:partner, :bin, :number, :status, :holder, :at)
on conflict (partner, bank_bin, account_no) do update
  set account_status = excluded.account_status, holder = excluded.holder, queried_at = excluded.queried_at
