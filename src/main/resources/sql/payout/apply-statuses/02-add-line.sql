-- One line as it was reported.
insert into staged_status (line_no, end_to_end_id, amount_vnd, reported, code, reason_text, partner_ref, happened_on, day_stated,
  received_by, reason_code, case_kind, about_seq)
values (:line, :id, :amount, :reported, :code, :text, :ref, :day, :dayStated, :receivedBy, :reason, :caseKind, :aboutSeq)
