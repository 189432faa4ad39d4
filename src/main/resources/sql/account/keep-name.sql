-- Stores the holder's name that a bank gave for an account; the newest answer counts, and no query in vain counts any longer.
with done as (delete from account_name_retry where partner = :partner and bank_bin = :bin and account_no = :number)
insert into account_name (partner, bank_bin, account_no, account_status, holder, queried_at)
values (:partner, :bin, :number, :status, :holder, :at)
on conflict (partner, bank_bin, account_no) do update
  set account_status = excluded.account_status, holder = excluded.holder, queried_at = excluded.queried_at
