-- A payroll that is held for its totals and still waits.
select payroll_id, item_count, total_vnd from payroll
where payroll_id = :payroll and state = 'HELD' and superseded_by is null
for no key update
