-- The payments of a payout, the oldest first.
select payment_id, attempt, current_state as state, frozen, written_off_at is not null, reason_code from current_payment
where payout_id = :payout
order by attempt
