-- How many payments released until then still wait for the name check, without those to accounts that are in trouble of their own.
select count(*)
from planned_payment l
where l.partner = :partner and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
  and l.released_at <= :before
  and not exists (select from payment p join account_name_retry r using (partner, bank_bin, account_no)
    where p.payment_id = l.payment_id and r.tries > 0)
