-- Days that need no request now: the statement is here; it was asked for a moment ago; its day is past and the bank said within a day that
-- it has none; it has stayed away for so long that asking is of no use; or a person closed the case about it.
select day from api_statement
where partner = :partner
  and (file_here or queried_at > :moment_ago or day < :today and not silent and queried_at > :day_ago or day < :long_ago)
union
select split_part(subject, '/', 2)::date from case_record
where kind = 'STATEMENT_MISSING' and partner = :partner and state = 'CLOSED' and closed_by is distinct from 'hub'
