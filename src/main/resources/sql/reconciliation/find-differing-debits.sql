-- Days of files on which the debit differs from the reported payments and no outstanding item explains it.
select d.batch_id, d.file_name, d.seq, d.day, d.reported_vnd, d.debited_vnd, of_day.file_id, of_day.line_no
from differing_debit d left join lateral (
  select s.file_id, e.line_no from statement s
  left join statement_entry e on e.statement_id = s.statement_id and e.batch_id = d.batch_id
  where s.partner = :partner and s.day = d.day and s.state = 'CHAINED' order by e.line_no nulls last limit 1) of_day on true
where d.partner = :partner and not coalesce(d.answer_due_on >= :today and d.may_be_under_way, false)
order by d.day, d.batch_id
