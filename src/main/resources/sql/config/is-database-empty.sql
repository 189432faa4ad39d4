-- Whether no relation of anybody stands in the database, so that a restore can overwrite nothing.
select not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    and n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast%')
