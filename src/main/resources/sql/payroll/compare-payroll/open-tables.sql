-- The tables of a comparison; they live as long as the transaction. One row an entitlement, with its regular line or else its first.
create temporary table this_payee (
  entitlement_id varchar(24) primary key,
  payroll_id varchar(40) not null,
  line_no integer not null,
  refused boolean not null,
  payee_no text,          -- null where no number is known
  payee_name text,
  channel varchar(12),
  account text,           -- bank and number; null for cash
  monthly_vnd bigint      -- of the regular lines, for one month; null where there is none
) on commit drop;
create temporary table previous_payee (like this_payee including all) on commit drop;
create temporary table finding (
  finding_id bigint generated always as identity,
  kind varchar(30) not null,
  line_no integer,        -- null where the payroll has no line
  entitlement_id varchar(24) not null,
  payee_name text,
  account text,
  monthly_vnd bigint,
  previous_vnd bigint,
  reason text not null    -- Vietnamese, without personal data
) on commit drop
