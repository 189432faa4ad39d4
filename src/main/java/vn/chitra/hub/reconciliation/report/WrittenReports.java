package vn.chitra.hub.reconciliation.report;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/** The written reports, from which the due ones follow. */
@Component
public class WrittenReports {

  /** @param digest of its figures */
  public record Written(ReportFigures.Kind kind, String digest) {}

  private static final String DUE = SqlText.of("reconciliation/find-due-reports");
  private static final String ADD = SqlText.of("reconciliation/add-report");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  WrittenReports(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.businessClock = businessClock;
  }

  /**
   * Periods, oldest first, whose first report's day has come, whose last programme was closed since the last report, or in which
   * something was booked since then.
   *
   * @param latest the newest period whose day and time have come
   */
  public List<YearMonth> due(YearMonth latest) {
    return jdbc.sql(DUE).param("latest", first(latest)).query((r, n) -> YearMonth.from(r.getDate(1).toLocalDate())).list();
  }

  /** The newest report of a period. */
  public Optional<Written> newest(YearMonth period) {
    return jdbc.sql("select kind, sha256 from settlement_report where period = :period order by report_id desc limit 1")
        .param("period", first(period)).query((r, n) -> new Written(ReportFigures.Kind.valueOf(r.getString(1)), r.getString(2)))
        .optional();
  }

  /** Records a written report; the changes in its figures are no reason any more to write it again. */
  @Transactional
  public void written(ReportFigures figures, String xlsxSha256, String htmlSha256) {
    jdbc.sql(ADD).param("period", first(figures.period())).param("kind", figures.kind().name())
        .param("now", Timestamp.from(businessClock.instant())).param("sha256", figures.digest()).param("xlsx_sha256", xlsxSha256)
        .param("html_sha256", htmlSha256).update();
    unchanged(figures);
  }

  /** Records that the existing report already has these figures. */
  @Transactional
  public void unchanged(ReportFigures figures) {
    jdbc.sql("delete from settlement_touch where touch_id = any (:touches)")
        .param("touches", new SqlArrayValue("int8", figures.touches().toArray())).update();
  }

  private static Date first(YearMonth period) {
    return Date.valueOf(period.atDay(1));
  }
}
