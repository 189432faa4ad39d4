-- The batches in which payments of a payroll travel or travelled, the newest first, with how many of them; each payment by its payout.
select b.batch_id, b.partner, b.folder, b.file_name, b.state, count(*) as items, sum(l.amount_vnd)::bigint as dong
from (select payout_id from payout where current_payroll_id = :payroll
  union all select payout_id from archived_payout where current_payroll_id = :payroll offset 0) p
  cross join lateral (select n.amount_vnd, n.batch_id, n.came_back_from from payment n where n.payout_id = p.payout_id
    union all select a.amount_vnd, a.batch_id, null from archived_payment a where a.payout_id = p.payout_id offset 0) l
  cross join lateral (select l.batch_id as of_batch where l.batch_id is not null
    union select l.came_back_from where l.came_back_from is not null) t
  join batch b on b.batch_id = t.of_batch
group by b.batch_id
order by b.batch_id desc
limit 200
