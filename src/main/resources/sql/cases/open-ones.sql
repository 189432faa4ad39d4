-- Subjects, among those given, of the open cases of a kind.
select distinct subject from case_record where kind = :kind and state = 'OPEN' and subject = any(:subjects)
