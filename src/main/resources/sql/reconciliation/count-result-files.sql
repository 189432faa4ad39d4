-- How many result files of these partners are not counted yet.
select count(*) from file
where direction = 'IN' and state = 'DONE' and folder = '' and (batch_id is not null or kind is null and line_count > 0)
  and not results_counted and partner = any (:partners)
