package vn.chitra.hub.payroll;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.support.SqlText;

/** Payrolls that are held for their control totals; each verb takes part in the caller's transaction. */
@Component
public class HeldPayrolls {

  private static final String LOCK = SqlText.of("payroll/lock-held-payroll");
  private static final String DISMISS = SqlText.of("payroll/dismiss-payroll");
  private static final String WAIT_AGAIN = SqlText.of("payroll/wait-again");

  private final JdbcClient jdbc;
  private final Cases cases;

  HeldPayrolls(JdbcTemplate hub, Cases cases) {
    this.jdbc = JdbcClient.create(hub);
    this.cases = cases;
  }

  /** The payroll if it is held and still waits; locked until the transaction ends. */
  public Optional<Held> lock(String payrollId) {
    return jdbc.sql(LOCK).param("payroll", payrollId).query((row, n) -> new Held(row.getString(1), row.getInt(2), row.getLong(3)))
        .optional();
  }

  /** Nothing more is awaited of the payroll: it and its receipt are CANCELLED. @param reason Vietnamese, no personal data */
  public void dismiss(String payrollId, String reason) {
    jdbc.sql(DISMISS).param("payroll", payrollId).param("message", "Hai người đã bỏ bảng: " + reason).update();
  }

  /** The payrolls that the given one had taken the place of wait again, each with its case. */
  void waitAgain(String payrollId) {
    jdbc.sql(WAIT_AGAIN).param("payroll", payrollId).query((row, n) -> HeldPayroll.about(row.getString("payroll_id"),
        row.getString("programme"), row.getDate("period").toLocalDate(), row.getInt("item_count"), row.getLong("total_vnd"),
        row.getString("message"))).list().forEach(cases::open);
  }

  /** @param items lines and @param dong whole dong, as the header says */
  public record Held(String payrollId, int items, long dong) {}
}
