-- One case for the lines that no payment of this partner fits; it names the first lines, the archived file has the rest. A sum
-- beyond fifteen digits is cut.
select open_case(:kind, 'file:' || :file, f.evidence, :now, :due, partner => :partner, file_id => :file, line_no => f.line_no,
  amount_vnd => f.amount_vnd, item_count => f.items, field => :field)
from (
  select min(s.line_no) as line_no, count(*)::integer as items, least(sum(s.amount_vnd), 999999999999999)::bigint as amount_vnd,
    :words || ': ' || count(*) || ' dòng, các dòng đầu ' || (select string_agg(x.line_no::text, ', ' order by x.line_no)
      from (select line_no from staged_status where payment_id is null order by line_no limit 10) x) as evidence
  from staged_status s where payment_id is null
  having count(*) > 0) f
