-- One open proposal for each action and subject.
insert into repair_proposal (action, subject, parameter, reason, item_count, amount_vnd, proposed_by, proposed_at, state)
values (:action, :subject, :parameter, :reason, :items, :amount, :by, :now, 'PROPOSED')
on conflict (action, subject) where state = 'PROPOSED' do nothing
returning proposal_id
