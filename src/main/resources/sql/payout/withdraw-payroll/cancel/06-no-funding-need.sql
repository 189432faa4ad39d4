-- Nobody needs money for it.
update funding_need set item_count = 0, total_vnd = 0, revision = revision + 1, updated_at = :now
where payroll_id = :payroll and item_count <> 0
