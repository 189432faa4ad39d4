-- One case for the lines whose day of payment is impossible.
select open_case(:kind, 'file:' || :file, f.evidence, :now, :due, partner => :partner, file_id => :file, line_no => f.line_no,
  amount_vnd => f.amount_vnd, item_count => f.items, field => :field)
from (
  select min(s.line_no) as line_no, count(*)::integer as items, least(sum(s.amount_vnd), 999999999999999)::bigint as amount_vnd,
    :words || ': ' || count(*) || ' dòng, ngày ghi '
      || coalesce('từ ' || min(s.happened_on) || ' đến ' || max(s.happened_on), 'không có trong lịch')
      || ', các dòng đầu '
      || (select string_agg(x.line_no::text, ', ' order by x.line_no)
        from (select line_no from staged_status where day_impossible and effect = 'APPLIED' order by line_no limit 10) x)
      || '; ngày nhận tệp được ghi cho cơ quan' as evidence
  from staged_status s where s.day_impossible and s.effect = 'APPLIED'
  having count(*) > 0) f
