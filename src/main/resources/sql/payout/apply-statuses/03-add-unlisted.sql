-- One status for every payment of the batch that is out and that no line names.
insert into staged_status (line_no, end_to_end_id, amount_vnd, reported, code, happened_on, day_stated)
select 0, l.end_to_end_id, l.amount_vnd, :reported, :code, :day::date, false from payment l
where (l.batch_id = :batch and (l.state = 'SENT' or l.state = 'ACCEPTED' and :reported <> 'ACCEPTED')
    or exists (select from refused_payment t where t.payment_id = l.payment_id and t.batch_id = :batch))
  and not exists (select from staged_status s where s.end_to_end_id::bpchar = l.end_to_end_id)
