package vn.chitra.hub.payroll;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Payrolls that wait to be planned or released; the verbs take part in the caller's transaction. Times are of the wall clock. */
@Component
public class DuePayrolls {

  private static final String CLAIM = SqlText.of("payroll/claim-due-payrolls");

  private final JdbcClient jdbc;

  public DuePayrolls(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** A payroll to plan, or a planned one to release. */
  public record DuePayroll(String id, boolean planned) {}

  /** However long they would have waited. */
  public void retryNow(Instant now) {
    jdbc.sql("update payroll set retry_at = :now where state in ('TAKEN', 'PLANNED')").param("now", Timestamp.from(now)).update();
  }

  /** Those that are due now, due again at {@code next}; locked rows are left out. */
  public List<DuePayroll> claim(Instant now, Instant next) {
    return jdbc.sql(CLAIM).param("now", Timestamp.from(now)).param("next", Timestamp.from(next))
        .query((r, n) -> new DuePayroll(r.getString(1), "PLANNED".equals(r.getString(2)))).list();
  }
}
