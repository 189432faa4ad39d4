package vn.chitra.hub.payroll;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** People without an account, noted by intake for account opening; the verb takes part in the caller's transaction. */
@Component
public class AccountCandidates {

  private static final String POSTPONE = SqlText.of("payroll/postpone-candidates");

  private final JdbcClient jdbc;

  public AccountCandidates(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** @param days by entitlement, from which the person is looked at again */
  public void postpone(Map<String, LocalDate> days) {
    List<String> entitlements = List.copyOf(days.keySet());
    jdbc.sql(POSTPONE).param("entitlements", entitlements.toArray(String[]::new))
        .param("days", entitlements.stream().map(days::get).map(Date::valueOf).toArray(Date[]::new)).update();
  }
}
