-- Whether the login has a right on a table, or on any of its columns; false where schema or table is not there or hidden from it.
select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname || '.' || c.relname = ? and has_schema_privilege(n.oid, 'USAGE') and has_any_column_privilege(c.oid, ?))
