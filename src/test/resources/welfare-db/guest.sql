-- The hub's rights in the province's database: read everything, write the five tables of contract §10.5, nothing else.
GRANT USAGE ON SCHEMA welfare TO hub_guest;
GRANT SELECT ON ALL TABLES IN SCHEMA welfare TO hub_guest;
GRANT INSERT, UPDATE ON welfare.payroll_receipt, welfare.payroll_refusal, welfare.funding_need, welfare.payout_result,
  welfare.account_reported TO hub_guest;
