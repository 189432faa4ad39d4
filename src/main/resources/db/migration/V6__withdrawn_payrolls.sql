-- A payroll that its agency took back. When nothing of it had a number it is CANCELLED; else its payouts are decided one by one.
ALTER TABLE payroll ADD COLUMN withdrawn_at timestamptz;
CREATE INDEX payroll_withdrawn ON payroll (payroll_id) WHERE withdrawn_at IS NOT NULL;
