package vn.chitra.hub.reconciliation.report;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures.Cashless;
import vn.chitra.hub.reconciliation.report.ReportFigures.Held;
import vn.chitra.hub.reconciliation.report.ReportFigures.Open;
import vn.chitra.hub.reconciliation.report.ReportFigures.OpenCases;
import vn.chitra.hub.reconciliation.report.ReportFigures.Programme;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Reads the figures of the settlement reports. */
@Component
public final class SettlementFigures {

  private static final String PROGRAMMES = SqlText.of("reconciliation/find-reported-programmes");
  private static final String CASHLESS = SqlText.of("reconciliation/sum-cashless");
  private static final String OPEN = SqlText.of("reconciliation/sum-open-payouts");
  private static final String HELD = "select payroll_id, programme, commune_code, item_count, total_vnd from held_payroll"
      + " where period = :period order by payroll_id";
  private static final String CASES = SqlText.of("reconciliation/count-open-cases");

  private final JdbcClient jdbc;
  private final Settlement settlement;
  private final Clock businessClock;
  private final TransactionTemplate snapshot;

  SettlementFigures(JdbcTemplate jdbc, Settlement settlement, PlatformTransactionManager transactions, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.settlement = settlement;
    this.businessClock = businessClock;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /** Read from one REPEATABLE READ snapshot in a transaction of its own; a period without anything has empty lists. */
  public ReportFigures of(YearMonth period) {
    return Objects.requireNonNull(snapshot.execute(status -> read(period)));
  }

  private ReportFigures read(YearMonth period) {
    List<Programme> programmes = of(PROGRAMMES, period).param("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)))
        .query((r, n) -> programme(r)).list();
    List<Cashless> cashless = of(CASHLESS, period)
        .query((r, n) -> new Cashless(r.getString(1), r.getString(2), figure(r, 3), figure(r, 5))).list();
    List<Open> open = of(OPEN, period).query((r, n) -> new Open(r.getBoolean(1), r.getString(2), figure(r, 3))).list();
    List<Held> held = of(HELD, period).query((r, n) -> new Held(r.getString(1), r.getString(2), r.getString(3), figure(r, 4))).list();
    List<OpenCases> cases = of(CASES, period)
        .query((r, n) -> new OpenCases(r.getString(1), r.getBoolean(2), r.getLong(3), figure(r, 4))).list();
    List<Long> touches = of("select touch_id from settlement_touch where period = :period", period).query(Long.class).list();
    return new ReportFigures(period, programmes, settlement.of(period), cashless, open, held, cases,
        touches);
  }

  private StatementSpec of(String sql, YearMonth period) {
    return jdbc.sql(sql).param("period", Date.valueOf(period.atDay(1)));
  }

  private static Programme programme(ResultSet r) throws SQLException {
    Timestamp closedAt = r.getTimestamp(2);
    return new Programme(r.getString(1), closedAt == null ? null : closedAt.toInstant(), r.getString(3));
  }

  private static Figure figure(ResultSet r, int first) throws SQLException {
    return new Figure(r.getLong(first), r.getLong(first + 1));
  }
}
