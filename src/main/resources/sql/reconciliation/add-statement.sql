-- Keeps the head of a statement.
insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id, state, taken_at)
values (:partner, :account, :day, :opening_vnd, :closing_vnd, :file, :state, :now)
returning statement_id
