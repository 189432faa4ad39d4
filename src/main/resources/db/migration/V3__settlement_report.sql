-- The settlement reports that were written, append-only: evidence of what was said when. The bytes lie in the archive.
CREATE TABLE settlement_report (
  report_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period      date        NOT NULL,
  kind        varchar(7)  NOT NULL CHECK (kind IN ('INTERIM','CLOSED')),   -- CLOSED: every programme of the period was closed
  written_at  timestamptz NOT NULL,
  sha256      varchar(64) NOT NULL,              -- over the figures, whatever the time of printing
  xlsx_sha256 varchar(64) NOT NULL,
  html_sha256 varchar(64) NOT NULL
);
CREATE INDEX ON settlement_report (period, report_id);

-- Which periods were booked in and not looked at since by the report: one row a statement and period. Rows, and not a mark by the
-- highest booking_id, because bookings do not commit in the order of their ids; the report removes exactly the rows that it saw.
CREATE TABLE settlement_touch (
  touch_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  period   date NOT NULL
);
CREATE INDEX ON settlement_touch (period);

CREATE FUNCTION touch_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO settlement_touch (period) SELECT DISTINCT period FROM booked;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_touches_settlement AFTER INSERT ON booking
  REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION touch_settlement();
