-- The month after, made from the one before: regular lines that were right are owed again, what came back as carried over is listed
-- again, lines that were refused for their account are put right and listed as arrears. Where {tet} is set, every third commune lists
-- this month and the next in one payroll; the month after, its agency has half forgotten it and lists some of that money again.
CREATE TEMP TABLE next_item ON COMMIT DROP AS
WITH sound AS (
  SELECT DISTINCT ON (i.entitlement_id) i.entitlement_id, e.programme, p.commune_code, i.payroll_id, i.line_no, i.for_to,
    i.amount_vnd / (12 * (left(i.for_to, 4)::int - left(i.for_from, 4)::int) + right(i.for_to, 2)::int - right(i.for_from, 2)::int + 1)
      AS monthly
  FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id) JOIN welfare.entitlement e USING (entitlement_id)
  JOIN welfare.beneficiary b USING (beneficiary_id)
  WHERE i.kind = 'REGULAR' AND p.status <> 'WITHDRAWN' AND b.life_status = 'ACTIVE'
    AND NOT EXISTS (SELECT FROM maker.expected_line x WHERE x.payroll_id = i.payroll_id AND x.line_no = i.line_no)
  ORDER BY i.entitlement_id, i.for_to DESC),
early AS (
  SELECT commune_code FROM (SELECT commune_code, row_number() OVER (ORDER BY commune_code) AS n
    FROM (SELECT DISTINCT commune_code FROM sound) communes) numbered WHERE {tet} AND n % 3 = 1)
SELECT programme, commune_code, entitlement_id, 'REGULAR' AS kind, '{month}'::char(7) AS for_from,
  CASE WHEN early.commune_code IS NULL THEN '{month}' ELSE '{after}' END::char(7) AS for_to,
  CASE WHEN early.commune_code IS NULL THEN monthly ELSE 2 * monthly END AS amount_vnd,
  NULL::varchar(40) AS carries_payroll_id, NULL::integer AS carries_line_no, NULL::varchar(40) AS fault
FROM sound LEFT JOIN early USING (commune_code) WHERE for_to < '{month}'
UNION ALL
SELECT programme, commune_code, entitlement_id, 'REGULAR', '{month}', '{month}', monthly, NULL, NULL, 'MONTH_PAID_AHEAD'
FROM sound JOIN welfare.payout_result r USING (payroll_id, line_no)
WHERE for_to >= '{month}' AND r.outcome = 'PAID' AND ('x' || left(md5(entitlement_id), 4))::bit(16)::int % 3 = 0
UNION ALL
SELECT p.programme, p.commune_code, i.entitlement_id, 'CARRY_OVER', i.for_from, i.for_to, i.amount_vnd, i.payroll_id, i.line_no, NULL
FROM welfare.payout_result r JOIN welfare.payroll_item i USING (payroll_id, line_no) JOIN welfare.payroll p USING (payroll_id)
JOIN welfare.entitlement e USING (entitlement_id) JOIN welfare.beneficiary b USING (beneficiary_id)
WHERE r.outcome = 'CARRIED_OVER' AND NOT (b.life_status = 'DECEASED' AND to_char(b.life_status_on, 'YYYY-MM') < i.for_to)
  AND NOT EXISTS (SELECT FROM welfare.payroll_item c JOIN welfare.payroll cp ON cp.payroll_id = c.payroll_id
    WHERE c.carries_payroll_id = i.payroll_id AND c.carries_line_no = i.line_no AND cp.status <> 'WITHDRAWN'
      AND NOT EXISTS (SELECT FROM welfare.payroll_refusal f WHERE f.payroll_id = c.payroll_id AND f.line_no = c.line_no))
UNION ALL
SELECT e.programme, p.commune_code, i.entitlement_id, arrears.kind, arrears.month, arrears.month, i.amount_vnd, NULL, NULL, NULL
FROM maker.expected_line x JOIN welfare.payroll_item i USING (payroll_id, line_no) JOIN welfare.payroll p USING (payroll_id)
JOIN welfare.entitlement e USING (entitlement_id)
CROSS JOIN (VALUES ('ARREARS', '{before}'), ('REGULAR', '{month}')) AS arrears (kind, month)
WHERE x.fault IN ('ACCOUNT_MALFORMED', 'CARD_NUMBER') AND i.for_to = '{before}' AND p.status = 'APPROVED';

ALTER TABLE next_item ADD COLUMN payroll_id varchar(40), ADD COLUMN line_no integer;
UPDATE next_item SET payroll_id = 'BL-{digits}-' || programme || '-' || commune_code;
UPDATE next_item n SET line_no = ordered.line_no
FROM (SELECT ctid AS place, row_number() OVER (PARTITION BY payroll_id ORDER BY kind DESC, entitlement_id, for_from) AS line_no
  FROM next_item) ordered WHERE ordered.place = n.ctid;

-- A wrong account is closed and a right one stands before the cut-off.
UPDATE welfare.payment_account a SET closed_on = date '{before}-09', updated_at = now()
FROM next_item n WHERE n.kind = 'ARREARS' AND a.entitlement_id = n.entitlement_id AND a.closed_on IS NULL;
INSERT INTO welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)
SELECT n.entitlement_id, '970405', '27002' || right(n.entitlement_id, 8), min(a.account_name), 'REGISTERED', date '{before}-10'
FROM next_item n JOIN welfare.payment_account a USING (entitlement_id) WHERE n.kind = 'ARREARS' GROUP BY n.entitlement_id;
-- Of two accounts registered on one day the agency has asked which one is meant.
UPDATE welfare.payment_account a SET closed_on = date '{before}-17', updated_at = now()
WHERE closed_on IS NULL AND EXISTS (SELECT FROM welfare.payment_account o WHERE o.entitlement_id = a.entitlement_id
  AND o.registered_on = a.registered_on AND o.closed_on IS NULL AND o.account_no < a.account_no);

INSERT INTO welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from,
  pay_until, item_count, total_vnd, status)
SELECT payroll_id, programme, 'UB' || commune_code, commune_code, '{month}',
  CASE WHEN bool_or(kind = 'REGULAR' AND for_to = '{after}') THEN '{after}' ELSE '{month}' END, date '{before}-15', date '{month}-01',
  date '{month}-15', count(*), sum(amount_vnd), 'DRAFT'
FROM next_item GROUP BY payroll_id, programme, commune_code;

INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id,
  carries_line_no)
SELECT payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id, carries_line_no FROM next_item;

INSERT INTO maker.expected_line (payroll_id, line_no, fault, expected)
SELECT payroll_id, line_no, fault, 'REFUSED' FROM next_item WHERE fault IS NOT NULL;

INSERT INTO maker.approval_plan (payroll_id, approved_at)
SELECT payroll_id, timestamp '{before}-22 08:30' AT TIME ZONE 'Asia/Ho_Chi_Minh'
  + (row_number() OVER (ORDER BY payroll_id) % 400) * interval '1 minute'
FROM (SELECT DISTINCT payroll_id FROM next_item) made;

INSERT INTO maker.made (month, seed, payouts) SELECT '{month}', seed, payouts FROM maker.made WHERE month = '{before}';
