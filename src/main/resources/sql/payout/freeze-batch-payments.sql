-- Freezes the payments of the batch that have one of these ids: a person decides.
update payment set frozen = true where batch_id = :batch and end_to_end_id = any (:end_to_end_ids::bpchar[])
