-- The balance of the account that is free for files, by its newest statement that counts.
select statement_id, left_vnd from funding_balance where partner = :partner
