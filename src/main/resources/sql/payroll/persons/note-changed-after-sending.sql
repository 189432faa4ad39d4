-- The agency's data changed after the payment was sent; once for each change.
select open_case('CHANGED_AFTER_SENDING', o.subject, o.evidence, :now, :due, partner => o.partner, amount_vnd => o.amount)
from unnest(:subjects, :partners, :evidences, :amounts) o (subject, partner, evidence, amount)
where not exists (select from case_record c where c.kind = 'CHANGED_AFTER_SENDING' and c.subject = o.subject and c.evidence = o.evidence)
