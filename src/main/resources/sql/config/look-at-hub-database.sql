-- Rights and properties that the hub needs in its own database; one row.
select current_setting('server_version') as version,
       pg_is_in_recovery() as standby,
       pg_encoding_to_char(d.encoding) as encoding,
       pg_has_role(current_user, d.datdba, 'USAGE') as owner,
       has_schema_privilege('public', 'CREATE') as creates,
       exists (select from pg_extension where extname = 'btree_gist')
         or exists (select from pg_available_extension_versions where name = 'btree_gist' and (trusted or r.rolsuper)) as gist,
       to_regclass('flyway_schema_history') is not null as migrated,
       exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where n.nspname = 'public' and c.relkind in ('r', 'p')) as filled
from pg_database d, pg_roles r
where d.datname = current_database() and r.rolname = current_user
