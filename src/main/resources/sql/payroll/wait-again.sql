-- Held payrolls whose place the given one had taken wait again.
update payroll set superseded_by = null, version = version + 1
where superseded_by = :payroll and state = 'HELD'
returning payroll_id, programme, period, item_count, total_vnd, message
