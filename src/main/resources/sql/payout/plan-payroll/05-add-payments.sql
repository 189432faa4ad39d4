-- Adds the payments of a chunk. A payout that intake gave its partner and that had no payment before is right already; the others, revived
-- ones and those planned again, are set to their new payment.
with given as (select * from unnest(:payouts, :attempts, :ids, :partners, :folders) as g (payout_id, attempt, end_to_end_id, partner,
  folder)),
corrected as (
  update payout p set partner = g.partner, attempt = g.attempt, updated_at = :now
  from given g where g.payout_id = p.payout_id and (p.partner is distinct from g.partner or p.attempt <> g.attempt))
insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name,
  state, updated_at)
select p.payout_id, g.attempt, g.end_to_end_id, p.channel, g.partner, g.folder, p.amount_vnd,
  case when p.channel = 'BANK' then p.bank_bin end, case when p.channel = 'BANK' then p.account_no end,
  case when p.channel = 'BANK' then p.account_name end, 'PLANNED', :now
from given g join payout p using (payout_id) order by p.payout_id
