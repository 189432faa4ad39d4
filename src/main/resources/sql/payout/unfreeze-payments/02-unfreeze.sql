-- Its planned payment may travel again.
update payment set frozen = false, frozen_for_batch = null, updated_at = :now where payout_id = :payout and state = 'PLANNED'
