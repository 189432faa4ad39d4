-- Changes of results that the welfare database is not known to hold, but those of rows that it refused in this run.
select change_id from result_change where not written and change_id <> all (:refused) order by change_id limit :chunk
