-- Two persons let the payout be paid anew although the credit of what came back is on no statement yet: later payments follow the policy.
update payment set return_accepted = true
where payout_id = :payout and state = 'RETURNED' and not credit_matched
