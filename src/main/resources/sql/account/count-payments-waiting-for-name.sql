-- How many payments released until then still wait for the name check.
select count(*)
from planned_payment l
where l.partner = :partner and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
  and l.released_at <= :before
