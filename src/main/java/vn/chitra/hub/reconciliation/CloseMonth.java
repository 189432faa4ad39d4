package vn.chitra.hub.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Closes a programme's month when it has begun, something of it was accepted, its last pay day is past, no payroll of it is held for its
 * totals, every list is closed and nothing is open. A settlement that does not balance prevents the close and opens a case. Later movements
 * are booked in the period that is open on that day. A month that is paid early with the previous one, as before Tết, ends early, but more
 * of its payrolls are still to come: it is not closed before it begins. A payroll that comes after the close opens the month again (intake
 * does that).
 */
@Component
public class CloseMonth {

  private static final Logger LOG = LoggerFactory.getLogger(CloseMonth.class);

  private static final String CLOSABLE = SqlText.of("reconciliation/find-closable-months");
  private static final String CLOSE = SqlText.of("reconciliation/close-month");
  private static final String KEEP_CASHLESS = SqlText.of("reconciliation/keep-cashless-share");
  /** The counterpart of this exclusive lock is a shared lock where a partner's statuses are booked. */
  private static final String BOOKS_ALONE = "select pg_advisory_xact_lock(hashtext('period-close'), hashtext(:programme))";

  private final JdbcClient jdbc;
  private final Settlement settlement;
  private final Cases cases;
  private final LineStage intake;
  private final Clock businessClock;

  CloseMonth(JdbcTemplate jdbc, Settlement settlement, Cases cases, LineStage intake, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.settlement = settlement;
    this.cases = cases;
    this.intake = intake;
    this.businessClock = businessClock;
  }

  /**
   * Closes one month if it is still due. While it runs no payroll is taken, so none can enter a month that is being closed; and no status
   * of a partner moves its payments, so every open payout is seen here, and every later transaction sees the close.
   */
  @Transactional
  public void close(Month month) {
    intake.lock();
    jdbc.sql(BOOKS_ALONE).param("programme", month.programme()).query(rs -> { });
    if (due().contains(month)) {
      closeBalanced(month);
    }
  }

  /** Months that could be closed now. */
  public List<Month> due() {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return jdbc.sql(CLOSABLE).param("today", Date.valueOf(today))
        .query((r, n) -> new Month(r.getString(1), YearMonth.from(r.getDate(2).toLocalDate()))).list();
  }

  private void closeBalanced(Month month) {
    boolean balanced = settlement.of(month.period()).stream().filter(row -> row.programme().equals(month.programme()))
        .allMatch(row -> row.difference().isZero());
    String subject = "period:" + month.period() + "/" + month.programme();
    if (!balanced) {
      cases.open(NewCase.about(CaseKind.SETTLEMENT_DIFFERENCE, subject, "Quyết toán tháng " + month.period() + " chương trình "
          + month.programme() + " chưa cân; tháng chưa đóng."));
      return;
    }
    cases.autoClose(CaseKind.SETTLEMENT_DIFFERENCE, subject, "đã cân");
    jdbc.sql(CLOSE).param("programme", month.programme()).param("period", Date.valueOf(month.period().atDay(1)))
        .param("now", Timestamp.from(businessClock.instant())).update();
    jdbc.sql(KEEP_CASHLESS).param("programme", month.programme()).param("period", Date.valueOf(month.period().atDay(1))).update();
    LOG.info("month {} of {} closed", month.period(), month.programme());
  }

  /** One programme's month. */
  public record Month(String programme, YearMonth period) {}
}
