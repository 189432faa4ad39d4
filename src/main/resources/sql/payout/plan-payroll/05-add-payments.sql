-- Adds the payments of a chunk and sets the partner of their payouts, in one statement.
with given as (select * from unnest(:payouts, :attempts, :ids, :partners, :folders) as g (payout_id, attempt, end_to_end_id, partner,
  folder)),
made as (
  insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name,
    state, updated_at)
  select p.payout_id, g.attempt, g.end_to_end_id, p.channel, g.partner, g.folder, p.amount_vnd,
    case when p.channel = 'BANK' then p.bank_bin end, case when p.channel = 'BANK' then p.account_no end,
    case when p.channel = 'BANK' then p.account_name end, 'PLANNED', :now
  from given g join payout p using (payout_id) order by p.payout_id)
update payout p set partner = g.partner, attempts = g.attempt, updated_at = :now from given g where g.payout_id = p.payout_id
