-- The payroll is withdrawn, and the same lines come again the next day at nine under a name of their own, with totals that fit.
WITH given AS (SELECT ?::date AS day, ?::text AS payroll_id, ?::integer AS line_no),
withdrawn AS (
  UPDATE welfare.payroll p SET status = 'WITHDRAWN', updated_at = now() FROM given WHERE given.payroll_id = p.payroll_id RETURNING p.*),
lines AS (SELECT i.* FROM welfare.payroll_item i JOIN withdrawn USING (payroll_id)),
header AS (
  INSERT INTO welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from,
    pay_until, item_count, total_vnd, status)
  SELECT payroll_id || '-S1', programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from, pay_until,
    (SELECT count(*) FROM lines), (SELECT sum(amount_vnd) FROM lines), 'DRAFT' FROM withdrawn),
copied AS (
  INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id,
    carries_line_no)
  SELECT payroll_id || '-S1', line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id, carries_line_no FROM lines)
INSERT INTO maker.approval_plan (payroll_id, approved_at)
SELECT payroll_id || '-S1', (given.day + 1 + time '09:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' FROM given
