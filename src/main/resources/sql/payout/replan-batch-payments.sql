-- SENT → PLANNED, unreleased, of a batch that was cancelled before it left: a person decides first.
update payment set state = 'PLANNED', batch_id = null, batch_line = null, came_back_from = batch_id, released_at = null, updated_at = :now
where batch_id = :batch and state = 'SENT'
