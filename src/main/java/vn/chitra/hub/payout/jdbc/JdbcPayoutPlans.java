package vn.chitra.hub.payout.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.support.Zone;

@Component
class JdbcPayoutPlans implements PayoutPlans {

  private static final int FETCH = 1_000;

  private static final String PLANNABLE = """
      select p.payout_id, p.payroll_id, p.line_no, p.attempts, p.channel, p.bank_bin, p.commune_code, p.pay_from, p.amount_vnd
      from payout p where p.current_payroll_id = ? and p.state = 'OPEN'
        and not exists (select from payment l where l.payout_id = p.payout_id and l.state in ('PLANNED','BATCHED','SENT','ACCEPTED','PAID'))
      order by p.current_line_no""";

  private static final String LOCK = "select 1 from payout where current_payroll_id = ? order by payout_id for no key update";

  /** Payouts whose freed key one of the payroll's took; locked first, for a late status about one of them goes from it to its successor. */
  private static final String PREDECESSORS = """
      select p.payout_id from payout p join payout q on %s where q.current_payroll_id = ? and q.state = 'OPEN'
      order by p.payout_id for share of p""".formatted(FreezeSuccessors.TOOK_THE_KEY);

  /** In a statement of its own: it sees what was said of the predecessors while their locks were waited for. */
  private static final String HOLD_SUCCESSORS = """
      with held as (
        update payout set state = 'HELD', hold_reason = 'PREDECESSOR_PAID', updated_at = ?
        where current_payroll_id = ? and state = 'OPEN' and payout_id in (select q.payout_id from payout p join payout q on %s
          where p.payout_id = any (?) and exists (select from payment e where e.payout_id = p.payout_id
            and (e.state = 'PAID_IN_ERROR' and e.written_off_at is null
              or exists (select from refused_payment t where t.payment_id = e.payment_id and t.may_be_paid)
              or exists (select from duplicate_payment d where d.payment_id = e.payment_id and d.outcome is null))))
        returning payout_id, partner, amount_vnd)
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAYOUT_HELD', 'payout:' || payout_id, partner, '%s', amount_vnd, 'OPEN', ?, ?::timestamptz + interval '3 days' from held
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing"""
      .formatted(FreezeSuccessors.TOOK_THE_KEY,
          "Khoản chi trước của cùng chế độ, cùng tháng đã được chi, hoặc có thể vẫn được chi, sau khi trả lại.");

  /** Payments and their payouts in one statement a chunk. */
  private static final String ADD_PAYMENTS = """
      with given as (select * from unnest(?, ?, ?, ?, ?) as g (payout_id, attempt, end_to_end_id, partner, folder)),
      made as (
        insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no, account_name,
          state, updated_at)
        select p.payout_id, g.attempt, g.end_to_end_id, p.channel, g.partner, g.folder, p.amount_vnd,
          case when p.channel = 'BANK' then p.bank_bin end, case when p.channel = 'BANK' then p.account_no end,
          case when p.channel = 'BANK' then p.account_name end, 'PLANNED', ?
        from given g join payout p using (payout_id) order by p.payout_id)
      update payout p set partner = g.partner, attempts = g.attempt, updated_at = ? from given g where g.payout_id = p.payout_id""";

  /** A revived payout that an old payment paid before it was planned stood at no partner; the payment moved it from there. */
  private static final String BOOK = """
      insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      select p.period, coalesce(l.partner, 'none'), p.programme,
        case when (p.payroll_id, p.line_no) = (p.current_payroll_id, p.current_line_no) then 'HANDED_OVER' else 'CARRIED_IN' end,
        p.payout_id, l.payment_id, 1, p.amount_vnd, ?
      from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempts and l.state = 'PLANNED'
      where p.current_payroll_id = ? and p.state in ('OPEN', 'HELD', 'PAID')""";

  private static final String FUNDING_NEED = """
      insert into funding_need (payroll_id, partner, item_count, total_vnd, revision, updated_at)
      select current_payroll_id, coalesce(partner, 'none'), count(*), sum(amount_vnd), 1, ?
      from payout where current_payroll_id = ? and state in ('OPEN', 'HELD', 'PAID') group by 1, 2
      on conflict (payroll_id, partner) do update set item_count = excluded.item_count, total_vnd = excluded.total_vnd,
        revision = funding_need.revision + 1, updated_at = excluded.updated_at
      where (funding_need.item_count, funding_need.total_vnd) <> (excluded.item_count, excluded.total_vnd)""";

  private final JdbcTemplate jdbc;
  private final JdbcTemplate cursor;
  private final Cases cases;
  private final Clock businessClock;

  JdbcPayoutPlans(DataSource dataSource, JdbcTemplate jdbc, Cases cases, Clock businessClock) {
    this.jdbc = jdbc;
    this.cursor = new JdbcTemplate(dataSource);
    this.cursor.setFetchSize(FETCH);
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Override
  public boolean startPlanning(String payrollId) {
    return jdbc.update("update payroll set state = 'PLANNED', version = version + 1 where payroll_id = ? and state = 'TAKEN'",
        payrollId) == 1;
  }

  @Override
  public void lock(String payrollId) {
    List<Long> predecessors = jdbc.queryForList(PREDECESSORS, Long.class, payrollId);
    jdbc.query(LOCK, rs -> { }, payrollId);
    if (!predecessors.isEmpty()) {
      jdbc.update(HOLD_SUCCESSORS, now(), payrollId, new SqlArrayValue("int8", predecessors.toArray()), now(), now());
    }
  }

  @Override
  public Stream<Plannable> plannable(String payrollId) {
    return cursor.queryForStream(PLANNABLE, (r, n) -> plannable(r), payrollId);
  }

  private static Plannable plannable(ResultSet r) throws SQLException {
    return new Plannable(r.getLong(1), r.getString(2), r.getInt(3), r.getInt(4), Channel.valueOf(r.getString(5)), r.getString(6),
        r.getString(7), r.getDate(8).toLocalDate(), r.getLong(9));
  }

  @Override
  public void addPayments(List<Planned> payments) {
    int changed = jdbc.update(ADD_PAYMENTS, column("int8", payments, Planned::payoutId), column("int4", payments, Planned::attempt),
        column("text", payments, Planned::endToEndId), column("text", payments, Planned::partner),
            column("text", payments, Planned::folder), now(),
        now());
    if (changed != payments.size()) {
      throw new IllegalStateException(payments.size() + " payments planned, " + changed + " payouts found");
    }
  }

  private static SqlArrayValue column(String type, List<Planned> payments, Function<Planned, Object> value) {
    return new SqlArrayValue(type, payments.stream().map(value).toArray());
  }

  @Override
  public void hold(List<Held> payouts) {
    jdbc.batchUpdate("update payout set state = 'HELD', hold_reason = ?, partner = null, updated_at = ?"
            + " where payout_id = ? and state = 'OPEN'",
        payouts.stream().map(one -> new Object[] {one.reason(), now(), one.payoutId()}).toList());
    cases.openAll(payouts.stream().map(one -> NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + one.payoutId(), one.explanation())
        .over(1, one.amountVnd())).toList());
  }

  @Override
  public void bookHandedOver(String payrollId) {
    jdbc.update(BOOK, LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM), payrollId);
  }

  @Override
  public void stateFundingNeed(String payrollId) {
    jdbc.update(FUNDING_NEED, now(), payrollId);
  }

  @Override
  public boolean lockPlanned(String payrollId) {
    return jdbc.queryForList("select state from payroll where payroll_id = ? for no key update", String.class, payrollId)
        .contains("PLANNED");
  }

  @Override
  public boolean startRelease(String payrollId) {
    return jdbc.update("update payroll set state = 'RELEASED', version = version + 1 where payroll_id = ? and state = 'PLANNED'",
        payrollId) == 1;
  }

  @Override
  public long unreleasedVnd(String payrollId) {
    return Objects.requireNonNull(jdbc.queryForObject("select coalesce(sum(l.amount_vnd), 0) from payment l join payout p using (payout_id)"
        + " where p.current_payroll_id = ? and l.state = 'PLANNED' and l.released_at is null", Long.class, payrollId));
  }

  @Override
  public void approveRelease(String payrollId, long dong) {
    jdbc.update("update payroll set release_approved_vnd = ?, version = version + 1 where payroll_id = ?", dong, payrollId);
  }

  @Override
  public long approvedVnd(String payrollId) {
    return Objects.requireNonNull(jdbc.queryForObject("select coalesce(sum(release_approved_vnd), 0) from payroll where payroll_id = ?",
        Long.class, payrollId));
  }

  @Override
  public int release(String payrollId) {
    return jdbc.update("update payment set released_at = ?, updated_at = ? from payout p where p.payout_id = payment.payout_id"
        + " and p.current_payroll_id = ? and payment.state = 'PLANNED' and payment.released_at is null", now(), now(), payrollId);
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
