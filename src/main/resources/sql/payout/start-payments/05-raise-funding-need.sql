-- Raises what the new partner must be given.
insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
select g.current_payroll_id, n.to_partner, count(*), sum(g.amount_vnd), 1, :now from picked g join given_payment n using (payout_id)
where g.partner <> n.to_partner group by 1, 2
on conflict (payroll_id, partner) do update set item_count = f.item_count + excluded.item_count,
  total_vnd = f.total_vnd + excluded.total_vnd, revision = f.revision + 1, updated_at = excluded.updated_at
