-- Days for which a person closed a case of that kind; the decision stays valid.
select split_part(subject, '/', 2)::date from case_record
where kind = :kind and partner = :partner and subject like 'statement:%/%' and state = 'CLOSED' and closed_by is distinct from 'hub'
