-- Groups of payments of a partner that may be put into a batch; at a bank with a name check, no payment goes before its name was compared.
select l.folder, l.programme, l.period, l.pay_from, max(l.pay_until) as pay_until
from planned_payment l
where l.partner = :partner and not l.frozen and l.released_at <= :released_until
  and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:name_check_banks))
  and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id)
group by 1, 2, 3, 4
order by 1, 2, 3, 4
