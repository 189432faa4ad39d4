-- Raises what the new partner must be given.
insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
select current_payroll_id, :partner, 1, amount_vnd, 1, :now from payout where payout_id = :payout
on conflict (payroll_id, partner) do update set item_count = f.item_count + 1, total_vnd = f.total_vnd + excluded.total_vnd,
  revision = f.revision + 1, updated_at = excluded.updated_at
