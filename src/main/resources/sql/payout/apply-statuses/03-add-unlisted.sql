-- One status for every payment of the batch that is out and that no line names. Each half goes by its key; with or, all payments were read.
insert into staged_status (line_no, end_to_end_id, amount_vnd, reported, code, happened_on, day_stated)
select 0, l.end_to_end_id, l.amount_vnd, :reported, :code, :day::date, false
from (
  select payment_id, end_to_end_id, amount_vnd from payment
  where batch_id = :batch and (state = 'SENT' or state = 'ACCEPTED' and :reported <> 'ACCEPTED')
  union
  select payment_id, end_to_end_id, amount_vnd from refused_payment join payment using (payment_id)
  where refused_payment.batch_id = :batch) l
where not exists (select from staged_status s where s.end_to_end_id::bpchar = l.end_to_end_id)
