-- Drops mails about proposals that were decided before the mail left.
update mail m
set state = 'DROPPED', note = 'đề nghị đã được quyết định trước khi thư được gửi'
from repair_proposal p
where m.state = 'QUEUED' and m.event = 'PROPOSAL' and p.proposal_id = m.proposal_id and p.state <> 'PROPOSED'
