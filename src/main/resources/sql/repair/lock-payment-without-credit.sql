-- A payment at that partner that came back, or may have, and has no credit; locked.
select l.payment_id, l.amount_vnd, l.state, p.payroll_id, p.line_no from payment l join payout p using (payout_id)
where l.end_to_end_id = :id and l.partner = :partner and l.state in ('RETURNED', 'REJECTED', 'PAID_IN_ERROR', 'PAID')
  and not exists (select from payment_credit c where c.payment_id = l.payment_id)
for update of l
