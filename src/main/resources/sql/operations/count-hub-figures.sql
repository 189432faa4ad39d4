-- The values of the metrics: counts, and ages in seconds, by name. Payouts are counted in months that are not closed, also in the one after
-- the last closed month, to which late changes of it are booked: closed months would be counted for ever.
select 'payouts.' || n.state, sum(n.payouts) from (
    select r.period, r.programme from payroll r
    union
    select (max(c.period) + interval '1 month')::date, c.programme from period_close c group by c.programme
    except
    select c.period, c.programme from period_close c) m
  cross join lateral (select p.state, count(*) as payouts from payout p
    where p.period = m.period and p.programme = m.programme group by p.state) n
  group by n.state
union all
select 'cases.' || kind, count(*) from case_record where state = 'OPEN' group by kind
union all
select 'batches.' || state, count(*) from batch group by state
union all
select 'unanswered.' || partner, extract(epoch from :now::timestamptz - min(sent_at))::bigint from batch
  where state in ('SENT', 'ACKNOWLEDGED') and not answered group by partner
union all
select 'outbox.rows', count(*) from outbox
union all
select 'outbox.lag', coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from outbox
union all
select 'proposals', count(*) from repair_proposal where state = 'PROPOSED'
