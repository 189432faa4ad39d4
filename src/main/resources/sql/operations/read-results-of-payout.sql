-- What the welfare database is told of a payout, and whether it stands there.
select payroll_id, line_no, outcome, revision, written_revision
from payout_result
where payout_id = :payout
order by updated_at
