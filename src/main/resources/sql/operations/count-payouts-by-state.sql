-- The payouts by state, for the metrics. Those of months that are not closed are counted, also of the one after the last closed month, to
-- which late changes of it are booked: closed months would be counted for ever.
select 'payouts.' || n.state, sum(n.payouts) from (
    select r.period, r.programme from payroll r
    union
    select (max(c.period) + interval '1 month')::date, c.programme from period_close c group by c.programme
    except
    select c.period, c.programme from period_close c) m
  cross join lateral (select p.state, count(*) as payouts from payout p
    where p.period = m.period and p.programme = m.programme group by p.state) n
  group by n.state
