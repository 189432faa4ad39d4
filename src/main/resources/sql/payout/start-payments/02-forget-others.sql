-- A payout for which no payment is given, or that has had another one meanwhile, stays as it is.
delete from picked g where not exists (select from given_payment n where n.payout_id = g.payout_id and n.attempt = g.next_attempt)
