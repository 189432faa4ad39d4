-- The results of a payout for the welfare database, and whether they are written there.
select payroll_id, line_no, outcome, written
from payout_result join result_change using (change_id)
where payout_id = :payout
order by updated_at
