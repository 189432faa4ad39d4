-- What was paid through each partner on each day, added up while payments change: the position of a funding account is the sum since its
-- first statement, and must not read the payments of years each time. One row for each session that wrote, so that none waits for another.
CREATE TABLE paid_day (
  partner      varchar(20) NOT NULL,
  paid_on      date        NOT NULL,
  writer       integer     NOT NULL,   -- process of the session
  paid_vnd     bigint      NOT NULL,   -- of payments PAID
  in_error_vnd bigint      NOT NULL,   -- of payments PAID_IN_ERROR whose money did not come back
  PRIMARY KEY (partner, paid_on, writer)
);

CREATE FUNCTION sum_paid_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO paid_day AS d (partner, paid_on, writer, paid_vnd, in_error_vnd)
    SELECT partner, paid_on, pg_backend_pid(), sum(CASE WHEN state = 'PAID' THEN amount_vnd ELSE 0 END),
      sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE amount_vnd END)
    FROM new_rows WHERE paid_out GROUP BY partner, paid_on
    ON CONFLICT (partner, paid_on, writer) DO UPDATE
      SET paid_vnd = d.paid_vnd + excluded.paid_vnd, in_error_vnd = d.in_error_vnd + excluded.in_error_vnd;
  ELSE
    INSERT INTO paid_day AS d (partner, paid_on, writer, paid_vnd, in_error_vnd)
    SELECT partner, paid_on, pg_backend_pid(), sum(CASE WHEN state = 'PAID' THEN vnd ELSE 0 END),
      sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE vnd END)
    FROM (SELECT partner, paid_on, state, credit_matched, amount_vnd AS vnd FROM new_rows WHERE paid_out
      UNION ALL SELECT partner, paid_on, state, credit_matched, -amount_vnd FROM old_rows WHERE paid_out) changed
    GROUP BY partner, paid_on
    HAVING sum(CASE WHEN state = 'PAID' THEN vnd ELSE 0 END) <> 0 OR sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE vnd END) <> 0
    ON CONFLICT (partner, paid_on, writer) DO UPDATE
      SET paid_vnd = d.paid_vnd + excluded.paid_vnd, in_error_vnd = d.in_error_vnd + excluded.in_error_vnd;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER payment_sums_paid_days AFTER INSERT ON payment
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_paid_days();
CREATE TRIGGER payment_sums_paid_days_again AFTER UPDATE ON payment
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_paid_days();

INSERT INTO paid_day (partner, paid_on, writer, paid_vnd, in_error_vnd)
SELECT partner, paid_on, 0, sum(CASE WHEN state = 'PAID' THEN amount_vnd ELSE 0 END),
  sum(CASE WHEN state = 'PAID' OR credit_matched THEN 0 ELSE amount_vnd END)
FROM payment WHERE paid_out GROUP BY partner, paid_on;
