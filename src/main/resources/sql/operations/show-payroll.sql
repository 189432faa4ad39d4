-- One payroll: what its header states, what the hub made of it, the receipt, and how many of its results are stated and written:
-- those of archived payouts were.
select p.payroll_id, p.programme, p.agency_code, p.commune_code, p.period_from, p.period, p.pay_from, p.pay_until,
  p.item_count, p.total_vnd,
  p.accepted_count, p.accepted_vnd, p.refused_count, p.refused_vnd, p.state, p.message, p.approved_at, p.taken_at, p.released_at,
  p.withdrawn_at, p.superseded_by, p.receipt_status, p.receipt_written >= p.receipt_revision as receipt_written,
  (select count(*) from payout o where o.payroll_id = p.payroll_id and o.current_payroll_id <> p.payroll_id) as moved_on,
  r.stated + a.paid as stated, r.written + a.paid as written, r.newest_at
from payroll p
  cross join lateral (select count(*) as stated, count(*) filter (where c.written) as written, max(s.updated_at) as newest_at
    from payout_result s cross join lateral (select c.written from result_change c where c.change_id = s.change_id offset 0) c
    where s.payroll_id = p.payroll_id) r
  cross join lateral (select count(*) as paid from archived_payout o where o.current_payroll_id = p.payroll_id) a
where p.payroll_id = :payroll
