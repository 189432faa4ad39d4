-- The hub's automatic work that is due, by its name in reports; work that waits for a person is left out.
select 'messages in the outbox', count(*) from outbox
union all
select 'payrolls to plan or release', count(*) from payroll p
  where state in ('TAKEN', 'PLANNED') and not exists (
    select from case_record c where c.kind in ('RELEASE_LIMIT', 'PAYROLL_OUTSIDE_CALENDAR') and c.subject = 'payroll:' || p.payroll_id and c.state = 'OPEN')
union all
select 'batches to build', count(*) from batch where state = 'OPEN' and (select open from send_gate)
union all
select 'batches to send', count(*) from batch
  where (state in ('BUILT', 'SENDING') or state in ('IN_DOUBT', 'WAITING_FUNDS') and retry_at is not null)
    and (select open from send_gate)
union all
select 'files to read', count(*) from file where state = 'ARCHIVED'
union all
select 'receipts to write', count(*) from payroll where receipt_written < receipt_revision
union all
select 'refusals to write', count(*) from payroll_refusal where not written
union all
select 'funding needs to write', count(*) from funding_need where written_revision < revision
union all
select 'results to write', count(*) from result_change join payout_result using (change_id) where not written
