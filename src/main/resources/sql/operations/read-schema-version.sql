-- The version of the newest migration.
select version
from flyway_schema_history
where success and version is not null
order by string_to_array(version, '.')::int[] desc
limit 1
