-- The entries of the statement that a file carried, by side, kind and whether each was matched.
select e.side, e.kind, e.matched, count(*) as items, sum(e.amount_vnd)::bigint as dong
from statement s join statement_entry e using (statement_id)
where s.file_id = :file
group by e.side, e.kind, e.matched
order by e.side, e.kind, e.matched
