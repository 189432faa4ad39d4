-- The stored statement for a day of an account, waiting or chained.
select statement_id, opening_vnd, closing_vnd from statement
where partner = :partner and account = :account and day = :day and state in ('WAITING', 'CHAINED')
