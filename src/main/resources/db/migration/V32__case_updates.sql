-- A payout that joins a held case after the case's mail went is told of in the same thread.

ALTER TABLE case_record ADD joined integer NOT NULL DEFAULT 1;     -- payouts that joined it so far, also those that left it again
ALTER TABLE case_payout ADD join_no integer NOT NULL DEFAULT 1,     -- its number among them; one that comes again gets a new one
  ADD joined_at timestamptz;                                        -- by the business clock

UPDATE case_payout m SET join_no = n.position, joined_at = c.opened_at
FROM case_record c, (SELECT case_id, payout_id, row_number() OVER (PARTITION BY case_id ORDER BY payout_id) AS position FROM case_payout) n
WHERE c.case_id = m.case_id AND n.case_id = m.case_id AND n.payout_id = m.payout_id;
UPDATE case_record c SET joined = n.payouts FROM (SELECT case_id, count(*) AS payouts FROM case_payout GROUP BY case_id) n
WHERE n.case_id = c.case_id;
ALTER TABLE case_payout ALTER joined_at SET NOT NULL;

-- How many of the payouts that joined the case stood in it when its newest mail was written.
ALTER TABLE alert_state ADD mailed_joined integer NOT NULL DEFAULT 0;
UPDATE alert_state s SET mailed_joined = c.joined FROM case_record c WHERE c.case_id = s.case_id;

ALTER TABLE mail DROP CONSTRAINT mail_event_check,
  ADD CONSTRAINT mail_event_check CHECK (event IN ('NEW','LATE','GROWN','CLOSED','MERGED','MONTH','PROPOSAL'));
ALTER TABLE mail_case DROP CONSTRAINT mail_case_event_check,
  ADD CONSTRAINT mail_case_event_check CHECK (event IN ('NEW','LATE','GROWN','CLOSED'));

CREATE OR REPLACE VIEW mail_case_moot AS
  SELECT mc.mail_id, mc.case_id, mc.event FROM mail_case mc JOIN mail m USING (mail_id) JOIN case_record c ON c.case_id = mc.case_id
  WHERE m.state = 'QUEUED' AND c.state = 'CLOSED' AND mc.event IN ('NEW', 'LATE', 'GROWN') AND NOT mc.dropped;

-- Open cases that payouts joined after their newest mail was written; no mail about them waits, since it would tell of all.
CREATE VIEW case_grown AS
  SELECT s.case_id, min(m.joined_at) AS since
  FROM alert_state s JOIN case_record c USING (case_id) JOIN mail f ON f.mail_id = s.thread_id
    JOIN case_payout m ON m.case_id = c.case_id AND m.join_no > s.mailed_joined AND m.ended_at IS NULL
  WHERE c.state = 'OPEN' AND s.closed_notified_at IS NULL AND c.joined > s.mailed_joined AND f.state = 'SENT'
    AND NOT EXISTS (SELECT FROM mail_case w JOIN mail q USING (mail_id)
      WHERE w.case_id = s.case_id AND NOT w.dropped AND q.state IN ('QUEUED', 'SENDING'))
  GROUP BY s.case_id;

-- As in V1, and counts who joined.
CREATE OR REPLACE FUNCTION hold_case(payout bigint, agency text, cause text, evidence text, opened_at timestamptz, due_at timestamptz,
  partner text DEFAULT NULL, amount_vnd bigint DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
  number_in_case integer;
BEGIN
  IF EXISTS (SELECT FROM case_record c WHERE c.kind = 'PAYOUT_HELD' AND c.state = 'OPEN' AND c.subject = 'payout:' || payout)
      OR EXISTS (SELECT FROM case_payout m JOIN case_record c USING (case_id)
        WHERE m.payout_id = payout AND m.ended_at IS NULL AND c.state = 'OPEN') THEN
    RETURN;
  END IF;
  UPDATE case_record c SET item_count = c.item_count + 1, amount_vnd = coalesce(c.amount_vnd, 0) + coalesce(hold_case.amount_vnd, 0),
    subject = CASE WHEN c.subject LIKE 'payout:%' THEN 'agency:' || c.agency || '/' || c.cause || '/' || c.case_id ELSE c.subject END,
    evidence = CASE WHEN c.subject LIKE 'payout:%' THEN c.evidence || ' Cơ quan này còn khoản khác cùng lý do; trang của vụ việc nêu'
      || ' từng khoản.' ELSE c.evidence END,
    partner = CASE WHEN c.partner = hold_case.partner THEN c.partner END, joined = c.joined + 1, version = c.version + 1
  WHERE c.state = 'OPEN' AND c.case_id = (SELECT min(o.case_id) FROM case_record o WHERE o.state = 'OPEN' AND o.kind = 'PAYOUT_HELD'
    AND o.agency = hold_case.agency AND o.cause = hold_case.cause
    AND (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = (hold_case.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
  RETURNING c.case_id, c.joined INTO held, number_in_case;
  IF held IS NULL THEN
    INSERT INTO case_record (kind, subject, partner, evidence, item_count, amount_vnd, state, opened_at, due_at, agency, cause)
    VALUES ('PAYOUT_HELD', 'payout:' || payout, hold_case.partner, hold_case.evidence, 1, hold_case.amount_vnd, 'OPEN',
      hold_case.opened_at, hold_case.due_at, hold_case.agency, hold_case.cause)
    RETURNING case_id, joined INTO held, number_in_case;
  END IF;
  INSERT INTO case_payout AS m (case_id, payout_id, amount_vnd, evidence, join_no, joined_at)
  VALUES (held, payout, hold_case.amount_vnd, hold_case.evidence, number_in_case, hold_case.opened_at)
  ON CONFLICT (case_id, payout_id) DO UPDATE SET amount_vnd = excluded.amount_vnd, evidence = excluded.evidence,
    join_no = excluded.join_no, joined_at = excluded.joined_at, ended_at = NULL;
END
$$;
