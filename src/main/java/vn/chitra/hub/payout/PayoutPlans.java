package vn.chitra.hub.payout;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Set-wise steps from a taken payroll to a released one. */
@Component
public final class PayoutPlans {

  /** An open payout without an active or paid payment. */
  public record Plannable(long payoutId, String payrollId, int lineNo, int nextAttempt, Channel channel, @Nullable String bankBin,
      String communeCode, LocalDate payFrom, long amountVnd) {}

  public record Planned(long payoutId, int attempt, String endToEndId, String partner, String folder) {}

  /** @param explanation Vietnamese, no personal data */
  public record Held(long payoutId, String reason, String explanation, long amountVnd) {}

  /** @param totalVnd dong */
  public record Unreleased(int payments, long totalVnd) {}

  public record PayDays(LocalDate from, LocalDate until) {}

  private static final int FETCH = 1_000;

  private static final String LOCK_PREDECESSORS = SqlText.of("payout/plan-payroll/01-lock-predecessors");
  private static final String LOCK_PAYOUTS = SqlText.of("payout/plan-payroll/02-lock-payouts");
  private static final String HOLD_DOUBTED = SqlText.of("payout/plan-payroll/03-hold-doubted");
  private static final String HOLD_SUCCESSORS = SqlText.of("payout/plan-payroll/03-hold-successors");
  private static final String PLANNABLE = SqlText.of("payout/plan-payroll/04-plannable");
  private static final String ADD_PAYMENTS = SqlText.of("payout/plan-payroll/05-add-payments");
  private static final String HELD_HAVE_NO_PARTNER = SqlText.of("payout/plan-payroll/06-held-have-no-partner");
  private static final String BOOK = SqlText.of("payout/plan-payroll/07-book-handed-over");
  private static final String STATE_FUNDING_NEED = SqlText.of("payout/state-funding-need");
  private static final String HOLD = SqlText.of("payout/hold-payout");
  private static final String COUNT_UNRELEASED = SqlText.of("payout/count-unreleased-payments");
  private static final String MOVE_PAYROLL = "select move_payroll(:payroll, :from, :to, :now)";

  private final NamedParameterJdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate cursor;
  private final Cases cases;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  PayoutPlans(DataSource dataSource, NamedParameterJdbcTemplate jdbc, Cases cases, CaseDeadlines deadlines, Clock businessClock) {
    this.jdbc = jdbc;
    JdbcTemplate streaming = new JdbcTemplate(dataSource);
    streaming.setFetchSize(FETCH);
    this.cursor = new NamedParameterJdbcTemplate(streaming);
    this.cases = cases;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /** TAKEN → PLANNED; false when it was done already. */
  public boolean startPlanning(String payrollId) {
    return move(payrollId, "TAKEN", "PLANNED");
  }

  private boolean move(String payrollId, String from, String to) {
    return Boolean.TRUE.equals(jdbc.queryForObject(MOVE_PAYROLL, values(payrollId).addValue("from", from).addValue("to", to),
        Boolean.class));
  }

  /**
   * Locks the payroll's payouts until the transaction ends: no payout is held and no late status moves an old payment between reading and
   * writing here. OPEN → HELD, each with a case, where a payout that gave its key free was paid after all: the payout that took the key
   * would be paid twice.
   */
  public void lock(String payrollId) {
    MapSqlParameterSource values = values(payrollId).addValue("held_due", Timestamp.from(deadlines.of(CaseKind.PAYOUT_HELD)));
    List<Long> predecessors = jdbc.queryForList(LOCK_PREDECESSORS, values, Long.class);
    jdbc.query(LOCK_PAYOUTS, values, rs -> { });
    jdbc.query(HOLD_DOUBTED, values, rs -> { });
    if (!predecessors.isEmpty()) {
      jdbc.query(HOLD_SUCCESSORS, values.addValue("predecessors", new SqlArrayValue("int8", predecessors.toArray())), rs -> { });
    }
  }

  /** A cursor over the payroll's open payouts; to be closed. */
  public Stream<Plannable> plannable(String payrollId) {
    return cursor.queryForStream(PLANNABLE, values(payrollId), (r, n) -> plannable(r));
  }

  private static Plannable plannable(ResultSet r) throws SQLException {
    return new Plannable(r.getLong(1), r.getString(2), r.getInt(3), r.getInt(4), Channel.valueOf(r.getString(5)), r.getString(6),
        r.getString(7), r.getDate(8).toLocalDate(), r.getLong(9));
  }

  /** Adds one payment per payout, PLANNED and unreleased, with the current account frozen into it. */
  public void addPayments(List<Planned> payments) {
    int changed = jdbc.update(ADD_PAYMENTS, new MapSqlParameterSource("payouts", column("int8", payments, Planned::payoutId))
        .addValue("attempts", column("int4", payments, Planned::attempt)).addValue("ids", column("text", payments, Planned::endToEndId))
        .addValue("partners", column("text", payments, Planned::partner)).addValue("folders", column("text", payments, Planned::folder))
        .addValue("now", now()));
    if (changed != payments.size()) {
      throw new IllegalStateException(payments.size() + " payments planned, " + changed + " added");
    }
  }

  private static SqlArrayValue column(String type, List<Planned> payments, Function<Planned, Object> value) {
    return new SqlArrayValue(type, payments.stream().map(value).toArray());
  }

  /** OPEN → HELD, with one case a reason. */
  public void hold(String payrollId, List<Held> payouts) {
    if (payouts.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(HOLD, payouts.stream().map(one -> new MapSqlParameterSource("payout", one.payoutId())
        .addValue("reason", one.reason()).addValue("now", now())).toArray(MapSqlParameterSource[]::new));
    String agency = Objects.requireNonNull(jdbc.queryForObject("select agency_code from payroll where payroll_id = :payroll",
        values(payrollId), String.class));
    cases.openAll(payouts.stream().map(one -> NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + one.payoutId(), one.explanation())
        .over(1, one.amountVnd()).heldFor(agency, one.reason())).toList());
  }

  /** HANDED_OVER, or CARRIED_IN for revived ones, at the partner of the payment; held ones at partner {@code none}. */
  public void bookHandedOver(String payrollId) {
    jdbc.update(HELD_HAVE_NO_PARTNER, values(payrollId));
    jdbc.update(BOOK, values(payrollId).addValue("today", LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }

  /** Per partner what it must be given for the payroll; held payouts at {@code none}. Writes a new revision where it changed. */
  public void stateFundingNeed(String payrollId) {
    jdbc.update(STATE_FUNDING_NEED, values(payrollId));
  }

  /** Whether the payroll is PLANNED; its state stays and no payment is added until the transaction ends. */
  public boolean lockPlanned(String payrollId) {
    return jdbc.queryForList("select state from payroll where payroll_id = :payroll for no key update", values(payrollId), String.class)
        .contains("PLANNED");
  }

  /** The first and last day on which the payroll is paid out. */
  public PayDays payDays(String payrollId) {
    return Objects.requireNonNull(jdbc.queryForObject("select pay_from, pay_until from payroll where payroll_id = :payroll",
        values(payrollId), (r, n) -> new PayDays(r.getDate(1).toLocalDate(), r.getDate(2).toLocalDate())));
  }

  /** PLANNED → RELEASED: its planned payments may travel from now on; false when it was done already. */
  public boolean startRelease(String payrollId) {
    return move(payrollId, "PLANNED", "RELEASED");
  }

  /** The payroll's payments that wait for release. */
  public Unreleased unreleased(String payrollId) {
    return Objects.requireNonNull(jdbc.queryForObject(COUNT_UNRELEASED, values(payrollId),
        (r, n) -> new Unreleased(r.getInt("payments"), r.getLong("total_vnd"))));
  }

  /** Two persons approve the release up to this sum, above the limit for automatic release. */
  public void approveRelease(String payrollId, long dong) {
    jdbc.query("select approve_payroll_release(:payroll, :amount)", values(payrollId).addValue("amount", dong), rs -> { });
  }

  /** The amount in dong that two persons approved; 0 without an approval. */
  public long approvedVnd(String payrollId) {
    return Objects.requireNonNull(jdbc.queryForObject(
        "select coalesce(sum(release_approved_vnd), 0) from payroll where payroll_id = :payroll", values(payrollId), Long.class));
  }

  private MapSqlParameterSource values(String payrollId) {
    return new MapSqlParameterSource("payroll", payrollId).addValue("now", now());
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
