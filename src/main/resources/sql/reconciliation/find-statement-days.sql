-- The days of an account, by date.
select * from statement
where partner = :partner and account = :account and state in ('WAITING', 'CHAINED')
order by day
