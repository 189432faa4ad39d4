-- A payout follows its payment: paid at its partner, or open again after a return.
update payout p set updated_at = :now, period = m.book_period, partner = m.partner, channel = m.channel, hold_reason = null,
  state = case m.to_state when 'PAID' then 'PAID' else 'OPEN' end
from moved m where m.payout_id = p.payout_id and (m.to_state = 'PAID' or m.to_state = 'RETURNED' and m.from_state = 'PAID')
