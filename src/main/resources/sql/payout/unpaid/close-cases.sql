-- Closes cases that need no decision any more. A death that a partner reported needs none once the agency's own data stop the payout.
select close_cases(case when :deathRecorded then array['PAYOUT_HELD', 'PAYMENT_RETURNED', 'PAYEE_DECEASED']
  else array['PAYOUT_HELD', 'PAYMENT_RETURNED'] end, 'payout:' || payout_id, :now, :resolution)
from picked
