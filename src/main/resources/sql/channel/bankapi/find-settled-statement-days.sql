-- Days that need no request now: a statement of the day is taken; it was asked for a moment ago; its day is past and the bank replied within
-- a day without a usable one; it has stayed away for so long that asking is of no use; or a person closed the case about it.
select day from statement
where partner = :partner and state in ('WAITING', 'CHAINED')
union
select day from api_statement
where partner = :partner and (queried_at > :moment_ago or day < :today and not silent and queried_at > :day_ago or day < :long_ago)
union
select split_part(subject, '/', 2)::date from case_record
where kind = 'STATEMENT_MISSING' and partner = :partner and state = 'CLOSED' and closed_by is distinct from 'hub'
