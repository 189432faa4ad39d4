-- The case about the error ends.
select close_cases(array['PAID_IN_ERROR'], 'payout:' || payout_id, :now, :resolution) from unnest(:settled) s (payout_id)
