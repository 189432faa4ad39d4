package vn.chitra.hub.payroll;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** People without an account, noted by intake for account opening; the verb takes part in the caller's transaction. */
@Component
public class AccountCandidates {

  private static final String LOOKED_AT = SqlText.of("payroll/mark-candidates-looked-at");

  private final JdbcClient jdbc;

  public AccountCandidates(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** Records that they were checked on that day, with any result. */
  public void lookedAt(Collection<String> entitlements, LocalDate today) {
    jdbc.sql(LOOKED_AT).param("today", Date.valueOf(today)).param("entitlements", entitlements.toArray(String[]::new)).update();
  }
}
