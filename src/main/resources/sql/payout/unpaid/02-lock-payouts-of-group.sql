-- Locks the payouts of a group.
select payout_id from payout where payout_id in (select u.payout_id from unpaid_payout u
  where u.phase = :phase and u.outcome = :outcome and u.reason_code is not distinct from :reason::text
    and u.channel = :channel and u.pay_until = :payUntil and u.since = :since)
order by payout_id
for update
