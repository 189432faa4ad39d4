-- Drops mails without a case left.
update mail m
set state = 'DROPPED', note = 'vụ đã đóng trước khi thư được gửi'
where m.state = 'QUEUED' and m.event not in ('MONTH', 'PROPOSAL', 'HANDOVER', 'REPORT', 'ALIVE')
  and not exists (select from mail_case mc where mc.mail_id = m.mail_id and not mc.dropped)
