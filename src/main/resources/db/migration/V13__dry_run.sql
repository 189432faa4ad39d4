-- A payroll is compared with the month before of the same agency, programme and commune.
CREATE INDEX payroll_of_agency ON payroll (agency_code, programme, commune_code, period);

-- Payments about which planning asks before it plans the payout anew, or the payout that took its key: money may have reached somebody.
CREATE VIEW doubted_payment AS
SELECT e.payment_id, e.payout_id, e.state = 'PAID_IN_ERROR' AND e.written_off_at IS NULL AS paid_in_error,
  EXISTS (SELECT FROM refused_payment t WHERE t.payment_id = e.payment_id AND t.may_be_paid)
    OR EXISTS (SELECT FROM duplicate_payment d WHERE d.payment_id = e.payment_id AND d.outcome IS NULL) AS may_be_paid
FROM payment e;
