-- Whether a statement of the day is here is said by table statement: a reply that cannot be used is none.
ALTER TABLE api_statement DROP COLUMN file_here;
