-- Payouts of the month without a final result, by partner.
select coalesce(partner, 'none') as partner, count(*) as payouts, sum(amount_vnd) as vnd
from payout where period = :period and state in ('OPEN', 'HELD')
group by 1 order by 1
