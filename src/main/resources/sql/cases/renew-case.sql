-- An open case gets the figures of now.
update case_record set evidence = :evidence, amount_vnd = :amount_vnd, version = version + 1 where case_id = :case and state = 'OPEN'
