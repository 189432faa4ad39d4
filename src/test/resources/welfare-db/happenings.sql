-- The events of a month between list and sending, a quarter of an hour after the list was shown: somebody dies, two accounts are closed of
-- which one is soon followed by another, a payroll is withdrawn. A payroll with wrong control totals is withdrawn the day after.
WITH shown AS (
  SELECT plan.payroll_id, (local.at::date + slots.slot) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at
  FROM maker.approval_plan plan
  CROSS JOIN LATERAL (SELECT plan.approved_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS at) local
  CROSS JOIN LATERAL (SELECT min(slot) AS slot FROM unnest(ARRAY['08:30', '10:30', '13:30', '16:30']::time[]) AS x (slot)
    WHERE slot >= local.at::time) slots),
this_month AS (SELECT p.payroll_id, s.at FROM welfare.payroll p JOIN shown s USING (payroll_id) WHERE p.pay_from = date '{month}-01'),
clean AS (
  SELECT payroll_id, at, row_number() OVER (ORDER BY md5(payroll_id)) AS n FROM this_month m
  WHERE NOT EXISTS (SELECT FROM maker.expected_line x WHERE x.payroll_id = m.payroll_id)
    AND NOT EXISTS (SELECT FROM welfare.payroll_item i WHERE i.payroll_id = m.payroll_id AND i.kind <> 'REGULAR')),
lying AS (
  SELECT m.payroll_id, m.at FROM this_month m JOIN welfare.payroll p USING (payroll_id)
  WHERE p.total_vnd <> (SELECT sum(amount_vnd) FROM welfare.payroll_item i WHERE i.payroll_id = p.payroll_id)),
person AS (
  SELECT i.payroll_id, i.line_no, m.at, row_number() OVER (ORDER BY md5(i.entitlement_id)) AS n
  FROM this_month m JOIN welfare.payroll_item i USING (payroll_id) JOIN welfare.entitlement e USING (entitlement_id)
  JOIN welfare.beneficiary b USING (beneficiary_id)
  WHERE i.kind = 'REGULAR' AND b.life_status = 'ACTIVE' AND e.payee_relation = 'SELF' AND NOT b.no_transfer
    AND NOT EXISTS (SELECT FROM maker.expected_line x WHERE x.payroll_id = i.payroll_id AND x.line_no = i.line_no)
    AND NOT EXISTS (SELECT FROM clean c WHERE c.payroll_id = i.payroll_id AND c.n = 1)
    AND NOT EXISTS (SELECT FROM lying l WHERE l.payroll_id = i.payroll_id)
    AND (SELECT count(*) FROM welfare.payment_account a WHERE a.entitlement_id = i.entitlement_id AND a.bank_bin = '970405'
      AND a.closed_on IS NULL AND a.registered_on < date '{month}-01' - 20) = 1
    AND (SELECT count(*) FROM welfare.payment_account a WHERE a.entitlement_id = i.entitlement_id) = 1
    AND (SELECT count(*) FROM welfare.entitlement o WHERE o.beneficiary_id = e.beneficiary_id) = 1
    AND (SELECT count(*) FROM welfare.payroll_item o JOIN this_month t USING (payroll_id) WHERE o.entitlement_id = i.entitlement_id) = 1)
INSERT INTO maker.happening (month, what, payroll_id, line_no, due_at)
SELECT '{month}', what, payroll_id, line_no, at + delay
FROM person JOIN (VALUES (1, 'DEATH', interval '15 minutes'), (2, 'ACCOUNT_CLOSED', interval '15 minutes'),
  (3, 'ACCOUNT_CLOSED', interval '15 minutes'), (3, 'ACCOUNT_NEW', interval '3 days')) AS fate (n, what, delay) USING (n)
UNION ALL
SELECT '{month}', 'WITHDRAWAL', payroll_id, NULL, at + interval '15 minutes' FROM clean WHERE n = 1
UNION ALL
SELECT '{month}', 'WITHDRAWAL', payroll_id, NULL, at + interval '1 day' FROM lying;
