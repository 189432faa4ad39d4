package vn.chitra.hub.payout.jdbc;

/**
 * Statements about payouts whose last payment ended without money reaching anybody; those that move read the temporary table
 * {@code picked}.
 */
final class UnpaidSql {

  static final String ACCOUNT_TO_CORRECT = "ACCOUNT_TO_CORRECT";

  /** By which a payout held because of its last payment is known from one that somebody holds for another reason. */
  private static final String REASON_OF_PAYMENT = "left(coalesce(l.reason_code, l.state), 30)";

  /**
   * No payment is alive or paid, none paid in error or twice, none that a refused file may still pay, every one that came back has its
   * credit (rule 1). What ended last decides, which may be the return of an older payment. A withdrawn payroll's payouts are decided one by
   * one. A payout that a CARRY_OVER line revived belongs to its new payroll from the moment it is taken: until that one is planned nothing
   * follows from the old payment.
   */
  private static final String UNPAID = """
      from payout p join payroll r on r.payroll_id = p.current_payroll_id
      join lateral (select e.* from payment e where e.payout_id = p.payout_id
        order by e.updated_at desc, e.state = 'RETURNED' desc, e.attempt desc limit 1) l on true
      where r.withdrawn_at is null and r.state in ('PLANNED', 'RELEASED')
        and p.state in ('OPEN', 'HELD') and l.state in ('REJECTED', 'UNCOLLECTED', 'RETURNED', 'CANCELLED')
        and (p.state = 'OPEN' or p.hold_reason in ('%1$s', %2$s))
        and not exists (select from payment o where o.payout_id = p.payout_id and (o.alive_or_paid or o.state = 'PAID_IN_ERROR'
          or o.state = 'RETURNED' and not o.credit_matched
          or exists (select from refused_payment t where t.payment_id = o.payment_id and t.may_be_paid)
          or exists (select from duplicate_payment d where d.payment_id = o.payment_id and d.outcome is null)))
      """.formatted(ACCOUNT_TO_CORRECT, REASON_OF_PAYMENT);

  private static final String PHASE = "case when p.state = 'OPEN' then 'NEW' when p.hold_reason = '" + ACCOUNT_TO_CORRECT
      + "' then 'ACCOUNT' else 'PERSON' end";

  private static final String SINCE = "case when p.state = 'HELD' and p.hold_reason <> '" + ACCOUNT_TO_CORRECT
      + "' then (p.updated_at at time zone 'Asia/Ho_Chi_Minh')::date else p.pay_until end";

  static final String GROUPS = "select distinct " + PHASE + ", l.state, l.reason_code, l.channel, p.pay_until, " + SINCE + " " + UNPAID
      + " order by 1, 2, 3, 4, 5, 6";

  private static final String OF_GROUP = UNPAID + " and " + PHASE + " = :phase and l.state = :outcome"
      + " and l.reason_code is not distinct from :reason::text and l.channel = :channel and p.pay_until = :payUntil and " + SINCE
      + " = :since ";

  static final String AFTER = """
      select p.payout_id, p.payroll_id, p.line_no, p.attempts, p.programme, p.entitlement_id, p.kind, p.for_from, p.circumstance,
        p.no_transfer, p.cash_place, p.commune_code, p.pay_from, r.account_cutoff, l.channel, p.amount_vnd,
        array(select f.bank_bin || '/' || f.account_no from payment f where f.payout_id = p.payout_id
          and f.account_no is not null) as failed
      """ + OF_GROUP + " and p.payout_id > :after order by p.payout_id limit :limit";

  /**
   * The payrolls first: whether a payment may travel at once follows from its payroll's state, and a release that does not see the payment
   * yet has to wait for it.
   */
  static final String LOCK_PAYROLLS = "select payroll_id from payroll where payroll_id in (select p.current_payroll_id " + OF_GROUP
      + ") order by payroll_id for share";

  static final String LOCK_PAYROLLS_OF_GIVEN = "select payroll_id from payroll where payroll_id in (select current_payroll_id from payout"
      + " where payout_id = any (:given)) order by payroll_id for share";

  static final String LOCK = "select p.payout_id " + OF_GROUP + " order by p.payout_id for update of p";

  static final String LOCK_GIVEN = "select payout_id from payout where payout_id = any (:given) order by payout_id for update";

  /** Asked again in a statement of its own: it sees what others committed while the locks were waited for. */
  static final String PICK = """
      create temporary table picked on commit drop as
      select p.payout_id, p.current_payroll_id, p.current_line_no, p.period, p.programme, coalesce(p.partner, 'none') as partner,
        p.amount_vnd, p.attempts, l.payment_id, l.channel, l.end_to_end_id, l.reason_code, l.reason_text, r.state as payroll_state
      """ + OF_GROUP + " and p.payout_id = any (:locked) and r.payroll_id = any (:payrolls)";

  static final String LEAVE = "update payout p set state = :state, key_freed = :freed, hold_reason = null, updated_at = :now"
      + " from picked g where g.payout_id = p.payout_id";

  static final String RESULTS = """
      insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, reason_code,
        reason_text, revision, updated_at)
      select current_payroll_id, current_line_no, payout_id, :state, channel, partner, end_to_end_id, amount_vnd, reason_code,
        reason_text, 1, :now from picked
      on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
        end_to_end_id = excluded.end_to_end_id, paid_on = null, received_by = null, partner_ref = null,
        reason_code = excluded.reason_code, reason_text = excluded.reason_text, revision = r.revision + 1,
        updated_at = excluded.updated_at""";

  static final String BOOK_LEAVING = """
      insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      select period, partner, programme, :column, payout_id, payment_id, 1, amount_vnd, :today from picked""";

  static final String LOWER_NEED = """
      update funding_need f set item_count = f.item_count - g.items, total_vnd = f.total_vnd - g.dong, revision = f.revision + 1,
        updated_at = :now
      from (select current_payroll_id, partner, count(*) as items, sum(amount_vnd) as dong from picked %s group by 1, 2) g
      where f.payroll_id = g.current_payroll_id and f.partner = g.partner""";

  /** For a partner given, {@code hold_reason} given or the payment's own reason. */
  static final String HOLD = """
      with held as (
        update payout p set state = 'HELD', hold_reason = coalesce(:holdReason, left(coalesce(:reason::text, :outcome), 30)),
          updated_at = :now
        from picked g where g.payout_id = p.payout_id returning p.payout_id, p.partner, p.amount_vnd)
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAYOUT_HELD', 'payout:' || payout_id, partner, :words, amount_vnd, 'OPEN', :now, :due from held
      where not exists (select from case_record c where c.subject = 'payout:' || held.payout_id and c.state = 'OPEN')
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  static final String GIVEN_PAYMENTS = """
      create temporary table given_payment on commit drop as
      select * from unnest(:payouts, :attempts, :ids, :partners, :folders, :channels, :bins, :accounts, :names, :words)
        as g (payout_id, attempt, end_to_end_id, to_partner, folder, to_channel, bank_bin, account_no, account_name, words)""";

  static final String FORGET_OTHERS = "delete from picked g where not exists"
      + " (select from given_payment n where n.payout_id = g.payout_id and n.attempt = g.attempts + 1)";

  static final String BOOK_MOVES = """
      insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      select g.period, e.partner, g.programme, e.column_name, g.payout_id, g.payment_id, 1, g.amount_vnd, :today
      from picked g join given_payment n using (payout_id) cross join lateral (values ('MOVED_OUT', g.partner), ('MOVED_IN', n.to_partner))
        e (column_name, partner)
      where g.partner <> n.to_partner""";

  static final String WHERE_MOVED = "join given_payment n using (payout_id) where partner <> n.to_partner";

  static final String RAISE_NEED = """
      insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
      select g.current_payroll_id, n.to_partner, count(*), sum(g.amount_vnd), 1, :now from picked g join given_payment n using (payout_id)
      where g.partner <> n.to_partner group by 1, 2
      on conflict (payroll_id, partner) do update set item_count = f.item_count + excluded.item_count,
        total_vnd = f.total_vnd + excluded.total_vnd, revision = f.revision + 1, updated_at = excluded.updated_at""";

  static final String ADD_PAYMENTS = """
      insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name,
        state,
        released_at, updated_at)
      select g.payout_id, n.attempt, n.end_to_end_id, n.to_channel, n.to_partner, n.folder, g.amount_vnd, n.bank_bin, n.account_no,
        n.account_name, 'PLANNED', case when g.payroll_state = 'RELEASED' then :now::timestamptz end, :now
      from picked g join given_payment n using (payout_id) order by g.payout_id""";

  static final String OPEN_AGAIN = """
      update payout p set state = 'OPEN', hold_reason = null, channel = n.to_channel, partner = n.to_partner, attempts = n.attempt,
        bank_bin = coalesce(n.bank_bin, p.bank_bin), account_no = coalesce(n.account_no, p.account_no),
        account_name = coalesce(n.account_name, p.account_name), explanation = concat_ws('; ', p.explanation, n.words), updated_at = :now
      from picked g join given_payment n using (payout_id) where g.payout_id = p.payout_id""";

  /** A death that a partner reported is no news any more once the agency's own data stop the payout. */
  static final String CLOSE_CASES = """
      update case_record set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = :resolution, version = version + 1
      where state = 'OPEN' and (kind in ('PAYOUT_HELD', 'PAYMENT_RETURNED') or kind = 'PAYEE_DECEASED' and :deathRecorded)
        and subject in (select 'payout:' || payout_id from picked)""";

  /** TT02 art. 2: suspension is due, the agency decides. Counted by the months that the unpaid money is for, at Tết two in one list. */
  static final String WARN_UNCOLLECTED = """
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'UNCOLLECTED_THREE_MONTHS', 'payout:' || p.payout_id, p.partner,
        format('Bảng %s, dòng %s: tiền mặt của ba tháng liền, %s đến %s,'
        || ' không ai đến nhận; cơ quan quyết định có tạm dừng hay không.', g.current_payroll_id, g.current_line_no,
        to_char(p.for_to - interval '2 months', 'MM/YYYY'), to_char(p.for_to, 'MM/YYYY')), p.amount_vnd, 'OPEN', :now, :warnDue
      from picked g join payout p using (payout_id) join payment l using (payment_id)
      where l.state = 'UNCOLLECTED' and p.kind = 'REGULAR' and 3 = (
        select count(*) from generate_series(p.for_to - interval '2 months', p.for_to, interval '1 month') m (month)
        where exists (select from payout q join payment u on u.payout_id = q.payout_id
          where q.entitlement_id = p.entitlement_id and q.kind = 'REGULAR' and q.state <> 'PAID' and u.state = 'UNCOLLECTED'
            and m.month between q.for_from and q.for_to))
        and not exists (select from case_record c where c.kind = 'UNCOLLECTED_THREE_MONTHS' and c.subject = 'payout:' || p.payout_id)
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private UnpaidSql() {}
}
