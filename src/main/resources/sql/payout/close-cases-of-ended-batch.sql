-- Closes the cases about missing reports of a batch whose payments all have an end.
select close_cases(array['PAYMENT_UNNAMED', 'ANSWER_OVERDUE', 'LIST_NOT_CLOSABLE'], 'batch:' || :batch, :now,
  'mọi khoản chi của tệp đã có kết quả')
