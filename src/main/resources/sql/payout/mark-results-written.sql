-- Marks these changes of results as written to the welfare database.
update result_change set written = true where change_id = any (:changes) and not written
