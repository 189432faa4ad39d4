-- The need is what a partner must be given: a liability taken back counts again, one that moved counts where it went.
insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
select current_payroll_id, partner, count(*), sum(amount_vnd), 1, :now from moved
where to_state = 'PAID' and (payout_from = 'CARRIED_OVER' or payout_partner <> partner) group by 1, 2
on conflict (payroll_id, partner) do update set item_count = f.item_count + excluded.item_count,
  total_vnd = f.total_vnd + excluded.total_vnd, revision = f.revision + 1, updated_at = excluded.updated_at
