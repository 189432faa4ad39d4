-- The subjects of the open cases about a silent name check at the partner.
select subject from case_record
where kind = 'NAME_CHECK_SILENT' and partner = :partner and state = 'OPEN'
