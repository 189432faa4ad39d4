-- Mails about a day of the law that are not written yet.
select count(*)
from unnest(:roles::text[]) as r (role)
where not exists (select from mail m where m.event = :event and m.period = :month and m.role = r.role) and legal_day_is_open(:event, :month)
