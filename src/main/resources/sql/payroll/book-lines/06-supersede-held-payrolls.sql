-- A payroll of which something was accepted takes the place of those of its programme, commune and period that are held for their totals.
with superseded as (
  update payroll set superseded_by = :payroll, version = version + 1
  where state = 'HELD' and superseded_by is null and payroll_id <> :payroll
    and programme = :programme and commune_code = :commune and period = cast(:period as date)
    and period_from = (select n.period_from from payroll n where n.payroll_id = :payroll)
    and exists (select from payout where current_payroll_id = :payroll)
  returning payroll_id)
select close_cases(array['PAYROLL_TOTALS'], 'payroll:' || payroll_id, :at, 'đã nhận bảng ' || :payroll || ' thay cho bảng này')
from superseded
