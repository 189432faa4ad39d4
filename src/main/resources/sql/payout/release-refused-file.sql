-- Unfreezes the payments that were frozen because of the refused file.
update payment set frozen = false, frozen_for_batch = null, released_at = coalesce(released_at, :now), updated_at = :now
where frozen_for_batch = :batch
