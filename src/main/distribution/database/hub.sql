-- Role and database of the hub. As PostgreSQL's administrator:
--   psql --set=password='mật khẩu' --file=hub.sql
create role chitra_hub login password :'password';
create database chitra_hub owner chitra_hub encoding 'UTF8' template template0;
