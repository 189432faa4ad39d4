package vn.chitra.hub.reconciliation.report.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.report.ReportFigures;
import vn.chitra.hub.reconciliation.report.WrittenReports;

@Component
class JdbcWrittenReports implements WrittenReports {

  /** Asks small tables only: it is asked often. */
  private static final String DUE = """
      with known as (
        select period from payroll where state in ('TAKEN', 'PLANNED', 'RELEASED') union select period from settlement_touch),
      now_is as (
        select k.period, k.period <= ? as day_has_come, exists (select from settlement_touch t where t.period = k.period) as touched,
          exists (select from payroll p where p.period = k.period and p.state <> 'CANCELLED') and not exists (select from payroll p
            where p.period = k.period and p.state <> 'CANCELLED' and not exists (select from period_close c
              where c.programme = p.programme and c.period = p.period)) as closed,
          (select r.kind from settlement_report r where r.period = k.period order by r.report_id desc limit 1) as newest
        from known k)
      select period from now_is where (day_has_come or closed)
        and (newest is null or touched or closed and newest = 'INTERIM')
      order by period""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  JdbcWrittenReports(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public List<YearMonth> due(YearMonth latest) {
    return jdbc.query(DUE, (r, n) -> YearMonth.from(r.getDate(1).toLocalDate()), first(latest));
  }

  @Override
  public Optional<Written> newest(YearMonth period) {
    return jdbc.query("select kind, sha256 from settlement_report where period = ? order by report_id desc limit 1",
        (r, n) -> new Written(ReportFigures.Kind.valueOf(r.getString(1)), r.getString(2)), first(period)).stream().findFirst();
  }

  @Override
  @Transactional
  public void written(ReportFigures figures, String xlsxSha256, String htmlSha256) {
    jdbc.update("insert into settlement_report (period, kind, written_at, sha256, xlsx_sha256, html_sha256) values (?, ?, ?, ?, ?, ?)",
        first(figures.period()), figures.kind().name(), Timestamp.from(businessClock.instant()), figures.digest(), xlsxSha256, htmlSha256);
    unchanged(figures);
  }

  @Override
  @Transactional
  public void unchanged(ReportFigures figures) {
    jdbc.update("delete from settlement_touch where touch_id = any(?)", (Object) figures.touches().toArray(Long[]::new));
  }

  private static Date first(YearMonth period) {
    return Date.valueOf(period.atDay(1));
  }
}
