-- The values of the metrics but for the payouts: counts, and ages in seconds, by name.
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
