INSERT INTO welfare.funding_need AS stored (payroll_id, partner, item_count, total_vnd, revision, updated_at)
VALUES (:payroll_id, :partner, :item_count, :total_vnd, :revision, :now)
ON CONFLICT (payroll_id, partner) DO UPDATE
SET item_count = EXCLUDED.item_count, total_vnd = EXCLUDED.total_vnd, revision = EXCLUDED.revision, updated_at = EXCLUDED.updated_at
WHERE stored.revision <= EXCLUDED.revision
