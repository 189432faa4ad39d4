-- A bank that gave no usable answer about a day's statement is tried again sooner than one that has none.
ALTER TABLE api_statement ADD silent boolean NOT NULL DEFAULT false;   -- whether the last request got no usable answer
