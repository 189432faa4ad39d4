package vn.chitra.hub.payroll;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.NewPayouts;
import vn.chitra.hub.support.SqlText;

/**
 * Moves judged lines into the hub's tables, set-wise. Every method takes part in the caller's transaction; staged lines disappear with
 * it. Stages lines in a temporary table of the hub's database that exists until the transaction ends.
 */
@Component
public final class LineStage {

  /** Number and sum of the accepted and of the refused lines. */
  public record Booked(Tally accepted, Tally refused) {}

  /** @param reason the name of the {@link HoldReason}, @param why Vietnamese, no personal data */
  public record HeldPayout(long payoutId, int lineNo, long amountVnd, String reason, String why) {}

  private static final String OPEN = SqlText.of("payroll/open-stage");
  private static final String TOUCHES = SqlText.of("payroll/is-about-payouts-of");
  private static final String CARRIED = SqlText.of("payroll/find-carried-payouts");
  private static final List<String> REFUSE_AND_NOTE = List.of(SqlText.of("payroll/book-lines/01-refuse-judged-lines"),
      SqlText.of("payroll/book-lines/02-refuse-taken-keys"), SqlText.of("payroll/book-lines/03-refuse-lines-not-revived"),
      SqlText.of("payroll/book-lines/04-note-account-candidates"));
  private static final String OPEN_MONTH_AGAIN = SqlText.of("payroll/book-lines/05-open-month-again");
  private static final String SUPERSEDE = SqlText.of("payroll/book-lines/06-supersede-held-payrolls");
  private static final String ACCEPTED = "select count(*), coalesce(sum(amount_vnd), 0) from payout where current_payroll_id = :payroll";
  private static final String REFUSED = "select count(*), coalesce(sum(amount_vnd), 0) from payroll_refusal where payroll_id = :payroll";
  private static final String HELD = SqlText.of("payroll/find-held-payouts");

  private final JdbcTemplate hub;
  private final JdbcClient jdbc;
  private final NewPayouts payouts;

  LineStage(JdbcTemplate hub, NewPayouts payouts) {
    this.hub = hub;
    this.jdbc = JdbcClient.create(hub);
    this.payouts = payouts;
  }

  /**
   * Makes intake the only one until the transaction ends: of two payrolls with one key the first taken wins. The month's close takes
   * the same lock, so that no payroll is taken meanwhile.
   */
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('payroll-intake'), 0)").query(locked -> {});
  }

  /** An empty stage. */
  public void open() {
    jdbc.sql("drop table if exists pg_temp.taken_line").update();
    jdbc.sql(OPEN).update();
  }

  /** Whether a staged line has its entitlement in common with a payout of the given payrolls: what it becomes depends on them. */
  boolean touches(Collection<String> payrolls) {
    return !payrolls.isEmpty() && jdbc.sql(TOUCHES).param("payrolls", payrolls.toArray(String[]::new)).query(Boolean.class).single();
  }

  /** The payouts that the given lines made, by line; lines that made none are missing. */
  public Map<LineRef, CarriedPayout> carriedPayouts(Collection<LineRef> origins) {
    Map<LineRef, CarriedPayout> found = new HashMap<>();
    if (!origins.isEmpty()) {
      jdbc.sql(CARRIED).param("payrolls", origins.stream().map(LineRef::payrollId).toArray(String[]::new))
          .param("lines", origins.stream().map(LineRef::lineNo).toArray(Integer[]::new)).query(row -> {
            found.put(new LineRef(row.getString("payroll_id"), row.getInt("line_no")), carried(row));
          });
    }
    return found;
  }

  public void stage(List<JudgedLine> lines) {
    if (!lines.isEmpty()) {
      StagedRow.TABLE.copy(hub, lines.stream().map(StagedRow::of).toList());
    }
  }

  /**
   * Turns the staged lines into payouts, revivals and refusals ({@link #accept}). A closed month is opened again when a line was accepted
   * for it, and payrolls of the same programme, commune and period that are held for their totals wait no more.
   */
  Booked book(PayrollHeader header, Instant at) {
    Booked booked = accept(header, at);
    LocalDate period = period(header);
    jdbc.sql(OPEN_MONTH_AGAIN).param("payroll", header.payrollId()).param("programme", header.programme())
        .param("period", period, Types.DATE).query(opened -> {});
    jdbc.sql(SUPERSEDE).param("payroll", header.payrollId()).param("programme", header.programme())
        .param("commune", header.communeCode()).param("period", period, Types.DATE).param("at", at.atOffset(ZoneOffset.UTC))
        .query(closed -> {});
    return booked;
  }

  private static @Nullable LocalDate period(PayrollHeader header) {
    return header.period().map(MonthRange::lastMonthsFirstDay).orElse(null);
  }

  /**
   * Turns the staged lines into payouts, revivals and refusals, in the order of their numbers. A line whose key is taken becomes a refusal
   * ({@code DUPLICATE}, {@code MONTH_ALREADY_PAID}), as does a revival that comes too late ({@code NOT_CARRIED}).
   */
  public Booked accept(PayrollHeader header, Instant at) {
    jdbc.sql("analyze taken_line").update();
    LocalDate period = period(header);
    payouts.make(new NewPayouts.Origin(header.payrollId(), header.programme(), header.communeCode(), period, header.payFrom(),
        header.payUntil()), at);
    REFUSE_AND_NOTE.forEach(step -> jdbc.sql(step).param("payroll", header.payrollId()).param("programme", header.programme())
        .param("commune", header.communeCode()).param("at", at.atOffset(ZoneOffset.UTC)).update());
    return new Booked(tally(ACCEPTED, header.payrollId()), tally(REFUSED, header.payrollId()));
  }

  /** The payouts of this payroll that wait for a person, at most {@code chunk} at a time, in the order of their lines. */
  public void forEachHeld(String payrollId, int chunk, Consumer<List<HeldPayout>> use) {
    int after = Integer.MIN_VALUE;
    List<HeldPayout> held;
    do {
      held = jdbc.sql(HELD).param("payroll", payrollId).param("after", after).param("chunk", chunk)
          .query((row, number) -> new HeldPayout(row.getLong("payout_id"), row.getInt("line_no"), row.getLong("amount_vnd"),
              row.getString("hold_reason"), row.getString("hold_text"))).list();
      if (!held.isEmpty()) {
        use.accept(held);
        after = held.get(held.size() - 1).lineNo();
      }
    } while (held.size() == chunk);
  }

  private Tally tally(String sql, String payrollId) {
    return jdbc.sql(sql).param("payroll", payrollId)
        .query((row, number) -> new Tally(Math.toIntExact(row.getLong(1)), row.getObject(2, BigDecimal.class).longValueExact())).single();
  }

  private static CarriedPayout carried(ResultSet row) throws SQLException {
    MonthRange months = new MonthRange(YearMonth.from(row.getObject("for_from", LocalDate.class)),
        YearMonth.from(row.getObject("for_to", LocalDate.class)));
    return new CarriedPayout(row.getLong("payout_id"), row.getString("entitlement_id"), row.getString("programme"),
        LineKind.valueOf(row.getString("kind")), months, row.getLong("amount_vnd"), row.getBoolean("waiting"));
  }
}
