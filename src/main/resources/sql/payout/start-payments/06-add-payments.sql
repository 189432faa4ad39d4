-- They may travel at once where the payroll is released.
insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name,
  state,
  released_at, updated_at)
select g.payout_id, n.attempt, n.end_to_end_id, n.to_channel, n.to_partner, n.folder, g.amount_vnd, n.bank_bin, n.account_no,
  n.account_name, 'PLANNED', case when g.payroll_state = 'RELEASED' then :now::timestamptz end, :now
from picked g join given_payment n using (payout_id) order by g.payout_id
