-- The sums that each closed month paid into accounts and in all, by commune: written with the close, gone when the month is opened again.
-- The trend is read from these rows and the payouts of the open months, never from the payouts of the closed ones.
CREATE TABLE cashless_share (
  programme     varchar(4) NOT NULL,
  period        date       NOT NULL,
  commune_code  char(5)    NOT NULL,
  account_count bigint     NOT NULL,
  account_vnd   bigint     NOT NULL,
  paid_count    bigint     NOT NULL,
  paid_vnd      bigint     NOT NULL,
  PRIMARY KEY (programme, period, commune_code),
  FOREIGN KEY (programme, period) REFERENCES period_close ON DELETE CASCADE
);

INSERT INTO cashless_share
SELECT p.programme, b.period, p.commune_code, coalesce(sum(b.item_count) FILTER (WHERE l.channel = 'BANK'), 0),
  coalesce(sum(b.amount_vnd) FILTER (WHERE l.channel = 'BANK'), 0), sum(b.item_count), sum(b.amount_vnd)
FROM period_close c JOIN booking b ON b.period = c.period AND b.programme = c.programme AND b.column_name = 'PAID'
  JOIN payout p USING (payout_id) LEFT JOIN payment l ON l.payment_id = b.payment_id
GROUP BY p.programme, b.period, p.commune_code;
