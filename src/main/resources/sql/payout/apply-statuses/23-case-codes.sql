-- One case for the lines with a code that is not in the partner's table.
select open_case(:kind, 'file:' || :file, f.evidence, :now, :due, partner => :partner, file_id => :file, line_no => f.line_no,
  amount_vnd => f.amount_vnd, item_count => f.items, field => :field)
from (
  select min(s.line_no) as line_no, count(*)::integer as items, least(sum(s.amount_vnd), 999999999999999)::bigint as amount_vnd,
    :words || ': ' || count(*) || ' dòng, các dòng đầu ' || (select string_agg(x.line_no::text, ', ' order by x.line_no)
      from (select line_no from staged_status where payment_id is not null and effect <> 'AMOUNT_DIFFERS' and (case_kind = 'CODE_UNKNOWN'
        or effect = 'CODE_UNKNOWN' and coalesce(case_kind, '') not in ('OUTCOME_UNKNOWN', 'STATUS_CONTRADICTS')) order by line_no
          limit 10) x) as evidence
  from staged_status s where payment_id is not null and effect <> 'AMOUNT_DIFFERS' and (case_kind = 'CODE_UNKNOWN'
        or effect = 'CODE_UNKNOWN' and coalesce(case_kind, '') not in ('OUTCOME_UNKNOWN', 'STATUS_CONTRADICTS'))
  having count(*) > 0) f
