-- Opens the case of a held payout, or adds it to the open case of the same day, agency and cause.
select hold_case(substr(:subject, 8)::bigint, :agency, :cause, :evidence, :now, :due, partner => :partner, amount_vnd => :amount)
