-- Changes of results that the welfare database is not known to hold.
select change_id from result_change where not written order by change_id limit :chunk
