-- Payments that came back from a refused file travel in a new file with the same endToEndIds.
update payment set released_at = :now, updated_at = :now
where came_back_from = :batch and state = 'PLANNED' and released_at is null and frozen_for_batch is null
