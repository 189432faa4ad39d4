-- Staged lines with another amount or another end state than the payments have, and the amount of these payments in dong.
select count(*), coalesce(sum(l.amount_vnd), 0) from staged_status s join payment l on l.end_to_end_id = s.end_to_end_id::bpchar
where l.batch_id = :batch and (l.amount_vnd <> s.amount_vnd
  or s.reported <> case l.state when 'RETURNED' then 'PAID' when 'PAID_IN_ERROR' then 'PAID' else l.state end)
