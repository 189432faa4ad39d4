-- Notes the effect of each status of the round.
update staged_status s set effect = case when m.to_state is not null then 'APPLIED' when m.concern = 'CONTRADICTS' then 'CONTRADICTS'
  else 'NO_CHANGE' end
from moved m
where m.line_no = s.line_no and m.payment_id = s.payment_id and s.effect is null
