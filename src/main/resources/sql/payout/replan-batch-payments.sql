-- BATCHED → PLANNED, unreleased: a person decides first.
update payment set state = 'PLANNED', batch_id = null, batch_line = null, came_back_from = batch_id, released_at = null, updated_at = :now
where batch_id = :batch and state = 'BATCHED'
