-- One line of the answer file.
insert into staged_opening (line_no, request_id, outcome, account_no, account_name, opened_on, code)
values (:line, :request, :outcome, :accountNo, :accountName, :openedOn, :code)
