-- Keeps an entry of a statement with its meaning.
insert into statement_entry (statement_id, line_no, no, side, amount_vnd, reference, bank_ref, remark, kind, seq, end_to_end_id, unstated)
values (:statement, :line_no, :no, :side, :amount_vnd, :reference, :bank_ref, :remark, :kind, :seq, :end_to_end_id, :unstated)
