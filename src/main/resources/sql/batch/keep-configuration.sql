-- A set of route and mapping files, once.
insert into configuration (configuration_sha256, files)
values (:sha256, :files)
on conflict do nothing
