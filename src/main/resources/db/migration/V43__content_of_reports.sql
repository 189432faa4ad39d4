-- A report that was opened and saved again has other bytes and the same content (contracts §5 and §6: the same version with other content is
-- a case). Null: a part of a bank, or a report from before this column.
ALTER TABLE batch_reply ADD COLUMN content_md5 char(32);
