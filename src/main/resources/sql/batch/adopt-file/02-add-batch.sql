-- Adds the batch of a file that the database has forgotten, in doubt whether the partner holds it. It was made when its manifest says;
-- payments may have been booked since.
insert into batch (partner, kind, folder, programme, period, value_date, answer_due_on, state, seq, file_name, file_sha256, file_size,
  payment_count, total_vnd, upload_attempt, opened_at, built_at, retry_at)
values (:partner, :kind, :folder, :programme, :period, :value_date, :answer_due_on, 'IN_DOUBT', :seq, :name, :sha256, :size,
  :payment_count, :total_vnd, 1, :built_at, :built_at, :retry_at)
returning batch_id
