-- The open or held payouts of a period, by the state of the last payment or the reason of the hold.
select p.state = 'HELD', case when p.state = 'HELD' then p.hold_reason when l.state is null then 'NONE'
    when l.frozen then 'FROZEN' when l.state = 'ACCEPTED' then concat_ws('_', 'ACCEPTED', l.provisional)  else l.current_state end,
  count(*), sum(p.amount_vnd)
from payout p left join current_payment l on l.payout_id = p.payout_id and l.attempt = p.attempt
where p.period = :period and p.state in ('OPEN', 'HELD') group by 1, 2 order by 1, 4 desc, 2
