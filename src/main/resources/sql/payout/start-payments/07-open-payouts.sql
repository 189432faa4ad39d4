-- The payout is open again, at its new partner.
update payout p set state = 'OPEN', hold_reason = null, channel = n.to_channel, partner = n.to_partner, attempt = n.attempt,
  bank_bin = coalesce(n.bank_bin, p.bank_bin), account_no = coalesce(n.account_no, p.account_no),
  account_name = coalesce(n.account_name, p.account_name), explanation = concat_ws('; ', p.explanation, n.words), updated_at = :now
from picked g join given_payment n using (payout_id) where g.payout_id = p.payout_id
