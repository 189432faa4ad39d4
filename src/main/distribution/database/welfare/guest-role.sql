-- The hub's role in the province's welfare database; its rights are in guest.sql. As administrator of that database, once:
--   psql --dbname=WELFARE --set=password='mật khẩu' --file=guest-role.sql
--   psql --dbname=WELFARE --file=guest.sql
create role hub_guest login password :'password';
