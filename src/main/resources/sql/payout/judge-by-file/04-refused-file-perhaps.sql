-- A negative status that names no file of ours may speak of the refused one while the payment is out in another: it ends nothing. The
-- partner's next word that names the file does, or a person.
update staged_status s set effect = 'CONTRADICTS'
where s.payment_state in ('SENT', 'ACCEPTED') and not s.file_stated and s.effect is null
  and s.reported in ('REJECTED', 'UNCOLLECTED', 'RETURNED')
  and exists (select from refused_payment t where t.payment_id = s.payment_id and t.batch_id <> s.payment_batch_id)
