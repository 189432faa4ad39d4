-- Closes the cases about missing reports of a batch whose payments all have a final one.
select close_cases(array['PAYMENT_UNNAMED', 'ANSWER_OVERDUE'], 'batch:' || :batch, :now, 'mọi khoản chi của tệp đã có kết quả')
where not exists (select from payment where batch_id = :batch and state in ('SENT', 'ACCEPTED'))
