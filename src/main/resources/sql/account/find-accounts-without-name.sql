-- Accounts of payments that wait for the name check, of which no name younger than since is known and which are due for a query: first those
-- that were not queried in vain, then by the time of the last query.
select l.bank_bin, l.account_no
from payment l left join account_name_retry r on r.partner = l.partner and r.bank_bin = l.bank_bin and r.account_no = l.account_no
where l.partner = :partner and l.planned and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
  and (r.retry_at is null or r.retry_at <= :now)
  and not exists (select from account_name n
    where n.partner = l.partner and n.bank_bin = l.bank_bin and n.account_no = l.account_no and n.queried_at > :since)
group by 1, 2, r.tried_at
order by r.tried_at nulls first, 1, 2
limit :most
