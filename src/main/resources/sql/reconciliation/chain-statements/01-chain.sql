-- The statements follow the day before: they count.
update statement set state = 'CHAINED', chained_at = :now where statement_id = any (:statements)
