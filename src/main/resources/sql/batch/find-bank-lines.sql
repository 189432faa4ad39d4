-- The payments of a bank file, in line order.
select l.batch_line, l.end_to_end_id, l.account_no, l.account_name, l.bank_bin, l.amount_vnd, p.for_from, p.for_to
from payment l join payout p using (payout_id)
where l.batch_id = :batch and l.state = 'SENT'
order by l.batch_line
