-- The results of a payout for the welfare database, and whether they are written there.
select payroll_id, line_no, outcome, revision, written_revision
from payout_result
where payout_id = :payout
order by updated_at
