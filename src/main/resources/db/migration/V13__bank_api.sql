-- Bulks at partners with an API (partner contracts, 4): what is kept of one beside its batch.
CREATE TABLE api_bulk (
  batch_id  bigint PRIMARY KEY REFERENCES batch,
  bulk_id   varchar(64),                        -- the bank's own id; null = not heard yet
  queried_at  timestamptz,                        -- the last look at its results
  query_once  boolean NOT NULL DEFAULT false,     -- to be asked about whatever its state: an id of it stands in the way of another bulk
  named_all boolean NOT NULL DEFAULT false,     -- the bank said DONE on every page of one walk
  ids_stand boolean NOT NULL DEFAULT false      -- refused because ids stand already: a status of a payment proves nothing of this bulk
);

-- The last look for a day's statement; which days are here is said by their files.
CREATE TABLE api_statement (
  partner    varchar(20) NOT NULL,
  day        date        NOT NULL,
  queried_at   timestamptz NOT NULL,
  file_here  boolean     NOT NULL,
  PRIMARY KEY (partner, day)
);
