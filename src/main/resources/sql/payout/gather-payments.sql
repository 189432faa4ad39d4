-- PLANNED → BATCHED: puts the waiting payments of each group into its batches, by commune, payroll and line, at most so many into one;
-- locked rows are left out. Count and total of each batch that got any. All groups of a partner in one statement, so that however it is
-- planned payments are read whole at most once.
with picked as (
  select l.payment_id, g.group_no, p.commune_code, p.current_payroll_id, p.current_line_no
  from payment l join payout p using (payout_id) join payroll r on r.payroll_id = p.current_payroll_id
    join unnest(:folders, :programmes, :periods, :pay_froms, :group_nos) g (folder, programme, period, pay_from, group_no)
      on g.folder = l.folder and g.programme = p.programme and g.period = p.period and g.pay_from = p.pay_from
  where l.partner = :partner and l.planned and not l.frozen
    and coalesce(l.released_at, case when l.came_back_from is null then r.released_at end) <= :released_until
    and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:name_check_banks))
    and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id)
  for update of l skip locked),
numbered as (
  select payment_id, group_no,
    row_number() over (partition by group_no order by commune_code, current_payroll_id, current_line_no) - 1 as place
  from picked),
moved as (
  update payment set state = 'BATCHED', batch_id = b.batch_id, batch_line = n.place % :most + 1, updated_at = :now
  from numbered n join unnest(:group_nos_of_batches, :parts, :batches) b (group_no, part, batch_id)
    on b.group_no = n.group_no and b.part = n.place / :most
  where payment.payment_id = n.payment_id returning payment.batch_id, payment.amount_vnd)
select batch_id, count(*) as payments, sum(amount_vnd) as total_vnd from moved group by batch_id
