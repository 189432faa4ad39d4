-- Locks the payroll that the case is about: what gives the case its cause holds the same lock.
select 1 from payroll
where payroll_id = (select substr(subject, 9) from case_record where case_id = :case and subject like 'payroll:%')
for no key update
