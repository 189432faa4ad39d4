-- The oldest unsettled second booking of each payment that came back is recovered.
with oldest as (
  select distinct on (d.payment_id) d.duplicate_id, l.payout_id from duplicate_payment d join staged_status s using (payment_id)
    join payment l using (payment_id)
  where s.effect = 'RECOVERED' and d.outcome is null order by d.payment_id, d.duplicate_id)
update duplicate_payment d set outcome = 'RECOVERED', settled_at = :now from oldest o where o.duplicate_id = d.duplicate_id
returning o.payout_id
