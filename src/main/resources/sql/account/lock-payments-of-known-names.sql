-- As find-payments-of-known-names, locked; payments locked by another transaction are left for the next run.
select l.payment_id, l.payout_id, l.end_to_end_id, l.amount_vnd, l.account_name, n.account_status, n.holder,
  (select o.payee_name from payout o where o.payout_id = l.payout_id)
from payment l, account_name n
where n.partner = l.partner and n.bank_bin = l.bank_bin and n.account_no = l.account_no and n.queried_at > :since
  and l.partner = :partner and l.planned and not l.frozen and l.name_checked_at is null and l.bank_bin = any (:bins::bpchar[])
order by l.payment_id
limit :most
for update of l skip locked
