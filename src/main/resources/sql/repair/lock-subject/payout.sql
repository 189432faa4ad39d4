-- Locks the payouts that the case is about: what gives the case its cause holds the same lock.
select 1 from payout
where payout_id in (
  select case when subject ~ '^payout:[0-9]{1,18}$' then split_part(subject, ':', 2)::bigint end from case_record where case_id = :case
  union all
  select payout_id from case_payout where case_id = :case and ended_at is null)
order by payout_id
for no key update
