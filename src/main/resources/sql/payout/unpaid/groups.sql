-- What the re-route policy decides about: groups of unpaid payouts that have everything in common that it looks at.
select distinct phase, outcome, reason_code, channel, pay_until, since from unpaid_payout order by 1, 2, 3, 4, 5, 6
