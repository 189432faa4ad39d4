-- Archived payouts that the staged lines name by payments at the partner, each with its month and whether that month's tables are here. The
-- offset keeps the look at payments one by the id of each line; without archived months no line is looked up.
select distinct p.payout_id, p.period, archive_is_here(p.period) as here
from (select distinct end_to_end_id::bpchar as id from staged_status) s
cross join lateral (select payout_id from archived_payment a where a.end_to_end_id = s.id and a.partner = :partner offset 0) a
join archived_payout p using (payout_id)
where exists (select from archived_month)
