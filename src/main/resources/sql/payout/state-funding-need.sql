-- States the funding need of each partner for the payroll.
insert into funding_need (payroll_id, partner, item_count, total_vnd, revision, updated_at)
select current_payroll_id, coalesce(partner, 'none'), count(*), sum(amount_vnd), 1, :now
from payout where current_payroll_id = :payroll and state in ('OPEN', 'HELD', 'PAID') group by 1, 2
on conflict (payroll_id, partner) do update set item_count = excluded.item_count, total_vnd = excluded.total_vnd,
  revision = funding_need.revision + 1, updated_at = excluded.updated_at
where (funding_need.item_count, funding_need.total_vnd) <> (excluded.item_count, excluded.total_vnd)
