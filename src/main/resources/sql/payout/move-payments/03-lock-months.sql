-- From here on no month of a programme of the round is closed before this transaction ends.
select pg_advisory_xact_lock_shared(hashtext('period-close'), hashtext(programme)) from (select distinct p.programme from payout p
  join staged_status using (payout_id) where ordinal = :round and effect is null order by 1) programmes
