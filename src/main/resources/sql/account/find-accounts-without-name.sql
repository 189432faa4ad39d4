-- Accounts of payments that wait for the name check, of which no name younger than since is known.
select distinct l.bank_bin, l.account_no
from payment l
where l.partner = :partner and l.planned and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
  and not exists (select from account_name n
    where n.partner = l.partner and n.bank_bin = l.bank_bin and n.account_no = l.account_no and n.queried_at > :since)
order by 1, 2
limit :most
