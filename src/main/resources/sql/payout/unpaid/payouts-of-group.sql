-- The payouts of a group, in chunks.
select u.payout_id, u.payroll_id, u.line_no, u.next_attempt, u.programme, u.entitlement_id, u.kind, u.for_from, u.circumstance,
  u.no_transfer, u.cash_place, u.commune_code, u.pay_from, u.account_cutoff, u.channel, u.amount_vnd,
  array(select f.bank_bin || '/' || f.account_no from payment f where f.payout_id = u.payout_id and f.account_no is not null) as failed
from unpaid_payout u
where u.phase = :phase and u.outcome = :outcome and u.reason_code is not distinct from :reason::text
  and u.channel = :channel and u.pay_until = :payUntil and u.since = :since
  and u.payout_id > :after
order by u.payout_id
limit :limit
