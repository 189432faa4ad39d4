-- Up to where changes of persons and accounts at the province were read. updated_at there is a hint and no order of commits: each look
-- overlaps the last by an hour. Both are the province's wall clock.
CREATE TABLE welfare_watch (
  what       varchar(20) PRIMARY KEY,
  seen_until timestamptz NOT NULL
);
