-- PLANNED → BATCHED: puts at most so many waiting payments of the group into the batch; locked rows are left out. Count and total of them.
with picked as (
  select l.payment_id, p.commune_code, p.current_payroll_id, p.current_line_no
  from payment l join payout p using (payout_id) join payroll r on r.payroll_id = p.current_payroll_id
  where l.partner = :partner and l.planned and not l.frozen
    and coalesce(l.released_at, case when l.came_back_from is null then r.released_at end) <= :released_until
    and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:name_check_banks))
    and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id)
    and l.folder = :folder and (:programme::text is null or p.programme = :programme)
    and (:period::date is null or p.period = :period) and (:period::date is not null or p.pay_from = any (:pay_froms))
  order by p.commune_code, p.current_payroll_id, p.current_line_no limit :most for update of l skip locked),
numbered as (
  select payment_id, row_number() over (order by commune_code, current_payroll_id, current_line_no) as line from picked),
moved as (
  update payment set state = 'BATCHED', batch_id = :batch, batch_line = numbered.line, updated_at = :now
  from numbered where payment.payment_id = numbered.payment_id returning amount_vnd)
select count(*), coalesce(sum(amount_vnd), 0) from moved
