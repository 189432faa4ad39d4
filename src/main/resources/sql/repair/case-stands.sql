-- Whether the subject of the case still waits for a decision, so that no person closes the case without one.
with c as (select kind, split_part(subject, ':', 1) as what, split_part(subject, ':', 2) as id, file_id, line_no
  from case_record where case_id = :case)
select exists (select from payout p where c.what = 'payout' and p.payout_id = case c.what when 'payout' then c.id::bigint end
      and p.state = 'HELD' and c.kind in ('PAYOUT_HELD', 'PAYROLL_WITHDRAWN', 'PAYMENT_RETURNED', 'PAYEE_DECEASED'))
  or exists (select from payment l where l.payout_id = case c.what when 'payout' then c.id::bigint end
      and l.frozen and l.state = 'PLANNED' and c.kind in ('PAYOUT_HELD', 'PAYROLL_WITHDRAWN', 'NAME_MISMATCH'))
  or exists (select from case_payout m join payout p using (payout_id) where m.case_id = :case and m.ended_at is null
      and (p.state = 'HELD' or exists (select from payment l where l.payout_id = p.payout_id and l.frozen and l.state = 'PLANNED')))
  or exists (select from payroll p where c.what = 'payroll' and p.payroll_id = c.id and p.state = 'PLANNED'
      and c.kind = 'RELEASE_LIMIT')
  or exists (select from held_payroll h where c.what = 'payroll' and h.payroll_id = c.id and c.kind = 'PAYROLL_TOTALS')
  or exists (select from batch b where b.batch_id = case c.what when 'batch' then c.id::bigint end and (
      b.state = 'WAITING_FUNDS' and c.kind = 'BATCH_WAITING_FUNDS'
      or b.state = 'IN_DOUBT' and c.kind in ('BATCH_IN_DOUBT', 'ACKNOWLEDGEMENT_OTHER_HASH')))
  or exists (select from payment l where l.batch_id = case c.what when 'batch' then c.id::bigint end and l.state in ('SENT', 'ACCEPTED')
      and c.kind = 'PAYMENT_UNNAMED')
  or exists (select from payment l where l.came_back_from = case c.what when 'batch' then c.id::bigint end and l.state = 'PLANNED'
      and l.released_at is null and c.kind in ('BATCH_REFUSED', 'BATCH_UNVERIFIED'))
  or exists (select from refused_payment t join payment l using (payment_id) where t.batch_id = case c.what when 'batch'
    then c.id::bigint end
      and (t.may_be_paid or l.frozen_for_batch = t.batch_id) and c.kind = 'REFUSED_FILE_ANSWERED')
  or exists (select from payment l left join duplicate_payment d using (payment_id) where l.payout_id = case c.what when 'payout'
    then c.id::bigint
      end and (d.payment_id is not null and d.outcome is null or l.state = 'PAID_IN_ERROR' and l.written_off_at is null)
      and c.kind = 'PAID_IN_ERROR')
  or exists (select from statement s join statement_entry e using (statement_id) where c.kind = 'CREDIT_UNSETTLED'
      and s.file_id = c.file_id and e.line_no = c.line_no and e.kind = 'CREDIT' and not e.matched)
  or exists (select from send_gate g where not g.open and c.kind in ('RESTORED_DATABASE', 'FILE_UNKNOWN_BATCH'))
from c
