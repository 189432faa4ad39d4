-- The payments of a cash list, in line order.
select l.batch_line, l.end_to_end_id, p.beneficiary_name, p.birth_year, p.address, p.commune_code, p.cash_place,
  coalesce(p.authorised_name, case when p.payee_relation <> 'SELF' then p.payee_name end) as receiver_name,
  case when p.authorised_name is not null then p.authorised_no
       when p.payee_relation <> 'SELF' then p.payee_no else p.beneficiary_no end as receiver_no,
  p.authorisation_doc, p.authorised_until, p.authorised_until < p.pay_until as ends_early, l.amount_vnd, p.for_from, p.for_to
from payment l join payout p using (payout_id)
where l.batch_id = :batch and l.state = 'SENT'
order by l.batch_line
