-- Lines whose payout planning would hold, because an earlier payment for the same may have reached somebody.
update taken_line t set hold_reason = 'PREDECESSOR_PAID', partner = null,
  hold_text = 'Khoản chi trước của cùng chế độ, cùng tháng đã được chi, hoặc có thể vẫn được chi.'
where t.reason_code is null and t.hold_reason is null
  and case when t.carried_payout_id is not null
    then exists (select from doubted_payment e where e.payout_id = t.carried_payout_id and e.may_be_paid)
    else exists (select from payout p join doubted_payment e using (payout_id)
      where p.key_freed and p.entitlement_id = t.entitlement_id and p.kind = t.kind and p.months && daterange(t.for_from, t.for_to, '[]')
        and (e.paid_in_error or e.may_be_paid)) end
