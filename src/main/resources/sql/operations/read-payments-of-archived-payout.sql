-- The payments of an archived payout, the newest first.
select a.end_to_end_id, a.channel, a.partner, a.state, b.batch_id, coalesce(b.file_name, '') as file_name
from archived_payment a left join batch b using (batch_id)
where a.payout_id = :payout
order by a.payment_id desc
