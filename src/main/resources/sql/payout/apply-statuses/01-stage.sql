-- Makes the temporary table of one file's lines; it lives until the transaction ends. From payout_id on: what the payment was when it was
-- locked, before any line moved it.
create temporary table if not exists staged_status (
  line_no integer, end_to_end_id text, amount_vnd bigint, reported text, code text, reason_text text, partner_ref text,
  happened_on date, day_stated boolean not null default true, day_impossible boolean not null default false, received_by text,
  reason_code text, case_kind text, about_seq integer, payment_id bigint, about_batch_id bigint,
  file_stated boolean not null default true, status_hash text, ordinal integer, effect text,
  payout_id bigint, payment_vnd bigint, payment_state text, payment_batch_id bigint, came_back_from bigint, released_at timestamptz)
  on commit drop
