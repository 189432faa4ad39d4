-- Why the month may not be moved, one row a reason, with how many and one of them.
with payouts as materialized (
  select payout_id, state, programme, current_payroll_id, payroll_id from payout where period = :period),
payrolls as materialized (
  select r.payroll_id, r.state, r.receipt_status, r.receipt_revision, r.receipt_written
  from payroll r where r.period = :period or r.payroll_id in (select current_payroll_id from payouts)),
open_case as materialized (
  select c.subject, c.kind from case_about c where c.state = 'OPEN'),
waiting_proposal as materialized (
  select subject from repair_proposal where state = 'PROPOSED'
  union select i.subject from repair_proposal_item i join repair_proposal p using (proposal_id) where p.state = 'PROPOSED'),
unfinished as materialized (
  select batch_id, file_name from batch b where b.kind = 'PAYMENT' and b.state not in ('CANCELLED', 'REFUSED')
    and not (b.state in ('SENT', 'ACKNOWLEDGED') and b.answered and not b.still_owed and (b.folder = '' or b.list_closed)))
select reason, items, example from (
  select 'TOO_NEW' as reason, 1::bigint as items, to_char(:newest::date, 'MM/YYYY') as example where :period > :newest::date
  union all
  select 'NOTHING', 1, '' where not exists (select from payouts) and not exists (select from archived_month where period = :period)
  union all
  select 'RETURNING', 1, '' from archived_month where period = :period and state = 'RETURNING'
  union all
  select 'TABLES_AWAY', 1, '' from archived_month where period = :period and not archive_is_here(:period)
    and exists (select from archived_payout where period = :period)
  union all
  select 'NOT_CLOSED', count(*), min(p.programme) from (select distinct programme from payouts) p
    where not exists (select from period_close c where c.period = :period and c.programme = p.programme) having count(*) > 0
  union all
  select 'PAYOUT_OPEN', count(*), min(payout_id)::text from payouts where state in ('OPEN', 'HELD') having count(*) > 0
  union all
  select 'CASE_OPEN', count(*), min(kind) from open_case c
    where c.subject in (select 'payroll:' || payroll_id from payrolls)
      or c.subject in (select 'payout:' || payout_id from payouts)
      or c.subject like 'batch:%' and exists (select from payment l join payouts p using (payout_id)
        where l.batch_id = case when c.subject ~ '^batch:[0-9]{1,18}$' then substr(c.subject, 7)::bigint end)
    having count(*) > 0
  union all
  select 'PROPOSAL_WAITING', count(*), min(subject) from waiting_proposal w
    where w.subject in (select 'payroll:' || payroll_id from payrolls) or w.subject in (select 'payout:' || payout_id from payouts)
      or exists (select from payment l join payouts p using (payout_id)
        where l.batch_id = case when w.subject ~ '^batch:[0-9]{1,18}$' then substr(w.subject, 7)::bigint end)
    having count(*) > 0
  union all
  select 'FILE_OWED', count(*), min(file_name) from unfinished u
    where exists (select from payment l join payouts p using (payout_id) where l.batch_id = u.batch_id) having count(*) > 0
  union all
  select 'RECEIPT_OWED', count(*), min(payroll_id) from payrolls
    where state not in ('REFUSED', 'CANCELLED') and (state <> 'RELEASED' or receipt_status <> 'SETTLED')
      or receipt_revision > receipt_written having count(*) > 0
  union all
  select 'RESULT_OWED', count(*), min(payout_id)::text from payout_result r join result_change c using (change_id)
    where not c.written and r.payout_id in (select payout_id from payouts) having count(*) > 0
  union all
  select 'PAID_LATELY', count(*), min(l.paid_on)::text from payment l join payouts p using (payout_id)
    where l.paid_out and l.paid_on > :paid_until having count(*) > 0) r
