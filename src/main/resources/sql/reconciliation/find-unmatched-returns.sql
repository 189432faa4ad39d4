-- Credits that fit no payment; one whose payment the bank has not called returned yet only when it is old enough.
select * from unmatched_return
where partner = :partner and (why <> 'NOT_RETURNED' or day <= :impatient_until)
order by day, line_no
