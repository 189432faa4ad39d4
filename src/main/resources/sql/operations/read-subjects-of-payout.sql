-- The subjects of cases and decisions that concern a payout: itself, its payroll, and the files of its payments, also refused ones.
select 'payout:' || payout_id from payout where payout_id = :payout
union
select 'payroll:' || current_payroll_id from payout where payout_id = :payout
union
select 'batch:' || b.batch_id
from payment l cross join unnest(array[l.batch_id, l.came_back_from, l.frozen_for_batch]) b (batch_id)
where l.payout_id = :payout and b.batch_id is not null
