-- Accounts of which a statement is here.
select distinct account from statement where partner = :partner and state in ('WAITING', 'CHAINED') order by 1
