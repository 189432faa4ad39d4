-- Payouts of the month in the archive and those that stayed, each with their dong.
select 'ARCHIVED' as place, count(*) as items, coalesce(sum(amount_vnd), 0)::bigint as dong from archived_payout where period = :period
union all
select 'HERE', count(*), coalesce(sum(amount_vnd), 0)::bigint from payout where period = :period
