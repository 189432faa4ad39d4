-- Two persons let an unpaid payout be paid again.
update payout set state = 'OPEN', hold_reason = null, channel = :channel, updated_at = :now,
  explanation = concat_ws('; ', explanation, 'chi lại theo quyết định của hai người')
where payout_id = :payout
