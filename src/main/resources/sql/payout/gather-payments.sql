-- PLANNED → SENT, which is BATCHED as long as the batch is OPEN: puts the waiting payments of each group into its batches, by commune,
-- payroll and line, at most so many into one; locked rows are left out. Count and total of each batch that got any. All groups of a partner
-- in one statement, each step materialized: statistics do not know yet how many payments have just been planned, and every step costs what
-- it reads, whatever they say.
with mine as materialized (
  select payment_id, payout_id, end_to_end_id, folder, bank_bin, name_checked_at, released_at, came_back_from
  from payment where partner = :partner and planned and not frozen),
due as materialized (
  select m.payment_id, m.folder, p.programme, p.period, p.pay_from, p.commune_code, p.current_payroll_id, p.current_line_no,
    r.released_at as payroll_released_at
  from mine m join payout p using (payout_id) join payroll r on r.payroll_id = p.current_payroll_id
  where coalesce(m.released_at, case when m.came_back_from is null then r.released_at end) <= :released_until
    and (m.name_checked_at is not null or m.bank_bin is null or m.bank_bin <> all (:name_check_banks))
    and not exists (select from payment_already_out o where o.end_to_end_id = m.end_to_end_id)),
-- Nothing but the key is named here, so that no index of few payments is taken for each of them. Locked, a payment is as it is now.
locked as materialized (
  select l.payment_id, l.partner, l.folder, l.planned, l.frozen, l.released_at, l.came_back_from, l.bank_bin, l.name_checked_at,
    g.group_no, d.folder as counted_in, d.commune_code, d.current_payroll_id, d.current_line_no, d.payroll_released_at
  from due d
    join unnest(:folders, :programmes, :periods, :pay_froms, :group_nos) g (folder, programme, period, pay_from, group_no)
      on g.folder = d.folder and g.programme = d.programme and g.period = d.period and g.pay_from = d.pay_from
    join payment l on l.payment_id = d.payment_id
  for update of l skip locked),
picked as (
  select * from locked
  where partner = :partner and folder = counted_in and planned and not frozen
    and coalesce(released_at, case when came_back_from is null then payroll_released_at end) <= :released_until
    and (name_checked_at is not null or bank_bin is null or bank_bin <> all (:name_check_banks))),
numbered as (
  select payment_id, group_no,
    row_number() over (partition by group_no order by commune_code, current_payroll_id, current_line_no) - 1 as place
  from picked),
moved as (
  update payment set state = 'SENT', batch_id = b.batch_id, batch_line = n.place % :most + 1, updated_at = :now
  from numbered n join unnest(:group_nos_of_batches, :parts, :batches) b (group_no, part, batch_id)
    on b.group_no = n.group_no and b.part = n.place / :most
  where payment.payment_id = n.payment_id returning payment.batch_id, payment.amount_vnd)
select batch_id, count(*) as payments, sum(amount_vnd) as total_vnd from moved group by batch_id
