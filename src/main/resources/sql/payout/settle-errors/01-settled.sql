-- Of the payouts given, those of which no money paid in error is left.
select distinct g.payout_id from unnest(:payouts) g (payout_id)
where not exists (select from payment e where e.payout_id = g.payout_id and e.state = 'PAID_IN_ERROR' and e.written_off_at is null)
  and not exists (select from payment e join duplicate_payment d using (payment_id) where e.payout_id = g.payout_id and d.outcome is null)
