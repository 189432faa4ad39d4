-- Whether the action waits for approval about one of the subjects already, alone or with others; asked while each is locked.
select exists (select from repair_proposal where state = 'PROPOSED' and action = :action and subject = any (:subjects))
  or exists (select from repair_proposal_item i join repair_proposal p using (proposal_id)
    where p.state = 'PROPOSED' and p.action = :action and i.subject = any (:subjects))
