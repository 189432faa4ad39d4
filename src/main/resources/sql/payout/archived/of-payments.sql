-- Archived payouts of the named payments at the partner, each with its month and whether that month's tables are here.
select p.payout_id, p.period, archive_is_here(p.period) as here
from archived_payment a join archived_payout p using (payout_id)
where a.end_to_end_id = any (:ids::bpchar[]) and a.partner = :partner
