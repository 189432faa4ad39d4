-- The month after: regular lines that were right are owed again, and the agency lists again what came back as carried over.
CREATE TEMP TABLE next_item ON COMMIT DROP AS
SELECT replace(i.payroll_id, '{digits-before}', '{digits}') AS payroll_id, i.entitlement_id, 'REGULAR' AS kind,
       '{month}'::char(7) AS for_from, '{month}'::char(7) AS for_to, i.amount_vnd,
       NULL::varchar(40) AS carries_payroll_id, NULL::integer AS carries_line_no
FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id)
WHERE p.period_to = '{before}' AND i.kind = 'REGULAR'
  AND NOT EXISTS (SELECT FROM maker.expected_line x WHERE x.payroll_id = i.payroll_id AND x.line_no = i.line_no)
UNION ALL
SELECT replace(i.payroll_id, '{digits-before}', '{digits}'), i.entitlement_id, 'CARRY_OVER', i.for_from, i.for_to, i.amount_vnd,
       i.payroll_id, i.line_no
FROM welfare.payout_result r JOIN welfare.payroll_item i USING (payroll_id, line_no) JOIN welfare.payroll p USING (payroll_id)
WHERE p.period_to = '{before}' AND r.outcome = 'CARRIED_OVER';

INSERT INTO welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from,
  pay_until, item_count, total_vnd, status)
SELECT n.payroll_id, p.programme, p.agency_code, p.commune_code, '{month}', '{month}', date '{month}-15' - interval '1 month',
  date '{month}-01', date '{month}-15', n.items, n.total, 'DRAFT'
FROM (SELECT payroll_id, count(*) AS items, sum(amount_vnd) AS total FROM next_item GROUP BY payroll_id) n
JOIN welfare.payroll p ON p.payroll_id = replace(n.payroll_id, '{digits}', '{digits-before}');

INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id,
  carries_line_no)
SELECT payroll_id, row_number() OVER (PARTITION BY payroll_id ORDER BY kind DESC, entitlement_id, for_from), entitlement_id, kind,
  for_from, for_to, amount_vnd, carries_payroll_id, carries_line_no
FROM next_item;

INSERT INTO maker.approval_plan (payroll_id, approved_at)
SELECT payroll_id, (date '{month}-01' - interval '10 days' + time '01:30' + (row_number() OVER (ORDER BY payroll_id) % 400) * interval '1 minute')
FROM welfare.payroll WHERE period_to = '{month}';

INSERT INTO maker.made (month, seed, payouts) SELECT '{month}', seed, payouts FROM maker.made WHERE month = '{before}';
