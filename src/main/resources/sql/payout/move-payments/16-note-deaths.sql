-- A death that a partner reports after another negative answer changes the reason of the payment, not its state: no new payment starts.
with noted as (
  update payment l set reason_code = left(coalesce(s.reason_code, s.code), 20), reason_text = coalesce(s.reason_text, l.reason_text),
    updated_at = :now
  from staged_status s
  where s.payment_id = l.payment_id and s.ordinal = :round and s.effect is null and s.reported = 'REJECTED'
    and s.case_kind = 'PAYEE_DECEASED' and l.state in ('REJECTED', 'UNCOLLECTED')
    and l.reason_code is distinct from left(coalesce(s.reason_code, s.code), 20)
  returning s.payment_id, s.line_no)
update staged_status s set effect = 'APPLIED' from noted n where n.payment_id = s.payment_id and n.line_no = s.line_no
