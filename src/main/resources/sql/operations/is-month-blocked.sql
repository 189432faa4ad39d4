-- Whether a month does not balance and waits for a person.
select exists (select from case_record where kind = 'SETTLEMENT_DIFFERENCE' and subject = :month and state = 'OPEN')
