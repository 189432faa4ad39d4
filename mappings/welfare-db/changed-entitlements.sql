-- Entitlements whose person, account or own row changed since, the oldest change first.
SELECT changed.entitlement_id, max(changed.updated_at) AS updated_at
FROM (
  SELECT ent.entitlement_id, person.updated_at
  FROM welfare.beneficiary person JOIN welfare.entitlement ent ON ent.beneficiary_id = person.beneficiary_id
  WHERE person.updated_at > :since
  UNION ALL
  SELECT entitlement_id, updated_at FROM welfare.entitlement WHERE updated_at > :since
  UNION ALL
  SELECT entitlement_id, updated_at FROM welfare.payment_account WHERE updated_at > :since) changed
GROUP BY changed.entitlement_id
ORDER BY max(changed.updated_at), changed.entitlement_id
