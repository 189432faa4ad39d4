-- Temporary tables with the columns, keys and checks of the real ones, under the same names; no trigger and no foreign key comes with them.
-- New payouts get numbers above those of any real one, so that the first of two lines with one key is the older one here too.
create temporary table payroll (like payroll including defaults) on commit drop;
create temporary table payroll_refusal (like payroll_refusal including all) on commit drop;
create temporary table payout (like payout including all) on commit drop;
create temporary table payment (like payment including all) on commit drop;
create temporary table account_candidate (like account_candidate including all) on commit drop;
create temporary table unrouted_payout (
  payout_id bigint primary key,
  reason varchar(30) not null,
  explanation text not null
) on commit drop;
alter table pg_temp.payout alter payout_id restart with 4000000000000000000
