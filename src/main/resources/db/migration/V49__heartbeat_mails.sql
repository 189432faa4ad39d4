-- A mail a banking day that states that the hub runs: from an outside place its absence is a sign that the hub does not.
ALTER TABLE mail DROP CONSTRAINT mail_event_check,
  ADD CONSTRAINT mail_event_check CHECK (event IN ('NEW','LATE','GROWN','CLOSED','MERGED','MONTH','PROPOSAL','HANDOVER','REPORT','ALIVE')),
  ADD CONSTRAINT mail_heartbeat CHECK (event <> 'ALIVE' OR period IS NOT NULL);   -- the day
CREATE UNIQUE INDEX mail_heartbeat_once ON mail (period) WHERE event = 'ALIVE';
