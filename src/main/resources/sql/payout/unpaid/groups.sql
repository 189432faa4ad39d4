-- The groups for the re-route policy: unpaid payouts with equal values in everything that the policy uses.
select distinct phase, outcome, reason_code, channel, pay_until, since from unpaid_payout order by 1, 2, 3, 4, 5, 6
