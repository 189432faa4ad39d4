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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.support.Zone;

/**
 * Closes a programme's month when it has begun, its last pay day is past, every list is closed and nothing is open; a settlement that
 * does not balance stops it with a case. What comes later is booked in the period that is open on that day. A month paid ahead with the
 * one before it, as before Tết, is over early, but the rest of its payrolls has yet to come: before it begins it is not closed. A payroll
 * that comes after the close opens the month again (intake does that).
 */
@Component
public class CloseMonth {

  private static final Logger LOG = LoggerFactory.getLogger(CloseMonth.class);

  private static final String CLOSABLE = """
      select p.programme, p.period from payroll p
      where p.state <> 'CANCELLED' and not exists (select from period_close c where c.programme = p.programme and c.period = p.period)
      group by p.programme, p.period
      having max(p.pay_until) < ? and p.period <= ? and bool_and(p.state in ('RELEASED', 'REFUSED', 'CANCELLED'))
        and not exists (select from payout o where o.programme = p.programme and o.period = p.period and o.state in ('OPEN', 'HELD'))
        and not exists (select from payment l join payout o using (payout_id) join batch b on b.batch_id = l.batch_id
          where o.programme = p.programme and o.period = p.period and b.folder <> '' and not b.list_closed)
      order by p.period, p.programme""";

  /** The other side of it, shared, stands where a partner's statuses are booked. */
  private static final String BOOKS_ALONE = "select pg_advisory_xact_lock(hashtext('period-close'), hashtext(?))";

  private final JdbcTemplate jdbc;
  private final Settlement settlement;
  private final Cases cases;
  private final LineStage intake;
  private final Clock businessClock;

  CloseMonth(JdbcTemplate jdbc, Settlement settlement, Cases cases, LineStage intake, Clock businessClock) {
    this.jdbc = jdbc;
    this.settlement = settlement;
    this.cases = cases;
    this.intake = intake;
    this.businessClock = businessClock;
  }

  /**
   * While it closes no payroll is taken, so none can slip into a month that is just being closed; and no status of a partner moves its
   * payments, so whatever is open is seen here, and whoever comes later sees the close.
   */
  @Transactional
  public void closeDue() {
    if (!due().isEmpty()) {
      intake.lock();
      due().stream().map(Month::programme).distinct().sorted().forEach(programme -> jdbc.query(BOOKS_ALONE, rs -> { }, programme));
      due().forEach(this::close);
    }
  }

  /** Months that could be closed now. */
  public List<Month> due() {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return jdbc.query(CLOSABLE, (r, n) -> new Month(r.getString(1), YearMonth.from(r.getDate(2).toLocalDate())), Date.valueOf(today),
        Date.valueOf(today));
  }

  private void close(Month month) {
    boolean balanced = settlement.of(month.period()).stream().filter(row -> row.programme().equals(month.programme()))
        .allMatch(row -> row.difference().isZero());
    String subject = "period:" + month.period() + "/" + month.programme();
    if (!balanced) {
      cases.open(NewCase.about(CaseKind.SETTLEMENT_DIFFERENCE, subject, "Quyết toán tháng " + month.period() + " chương trình "
          + month.programme() + " chưa cân; tháng chưa khoá."));
      return;
    }
    cases.autoClose(CaseKind.SETTLEMENT_DIFFERENCE, subject, "đã cân");
    jdbc.update("insert into period_close (programme, period, closed_at) values (?, ?, ?) on conflict do nothing", month.programme(),
        Date.valueOf(month.period().atDay(1)), Timestamp.from(businessClock.instant()));
    LOG.info("month {} of {} closed", month.period(), month.programme());
  }

  /** One programme's month. */
  public record Month(String programme, YearMonth period) {}
}
