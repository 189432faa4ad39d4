package vn.chitra.hub.payout;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Creates the payouts of a payroll, and revives carried-over ones, set-wise from the temporary table {@code taken_line} of the caller's
 * transaction. A line whose key is taken, or whose payout does not wait any more, creates nothing.
 */
@Component
public class NewPayouts {

  private static final String REVIVE = SqlText.of("payout/make-payouts/01-revive-carried-over");
  private static final String MAKE = SqlText.of("payout/make-payouts/02-make-new");

  private final JdbcClient jdbc;

  public NewPayouts(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** @param period first day of the month that the settlement counts the payroll in; null only where no line was accepted */
  public record Origin(String payrollId, String programme, String communeCode, @Nullable LocalDate period, LocalDate payFrom,
      LocalDate payUntil) {}

  public void make(Origin payroll, Instant at) {
    run(REVIVE, payroll, at);
    run(MAKE, payroll, at);
  }

  private void run(String sql, Origin payroll, Instant at) {
    jdbc.sql(sql).param("payroll", payroll.payrollId()).param("programme", payroll.programme())
        .param("commune", payroll.communeCode()).param("period", payroll.period(), Types.DATE)
        .param("payFrom", payroll.payFrom()).param("payUntil", payroll.payUntil()).param("at", at.atOffset(ZoneOffset.UTC)).update();
  }
}
