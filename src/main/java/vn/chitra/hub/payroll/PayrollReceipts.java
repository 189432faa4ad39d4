package vn.chitra.hub.payroll;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Writes the receipts of payrolls; the verb takes part in the caller's transaction. */
@Component
public class PayrollReceipts {

  private static final String LOCK = SqlText.of("payroll/advance-receipts/01-lock-payrolls");
  private static final String ADVANCE = SqlText.of("payroll/advance-receipts/02-advance");
  private static final String FORGET = SqlText.of("payroll/advance-receipts/03-forget-reopened");
  private static final int MOST_REOPENED = 10_000;

  private final JdbcClient jdbc;

  PayrollReceipts(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** How many receipts say less than what is true now. */
  public long due() {
    return jdbc.sql("select count(*) from receipt_to_advance").query(Long.class).single();
  }

  /** Updates the receipts; a locked payroll is left for the next run. @return receipts that changed */
  public int advance() {
    List<Long> reopened = jdbc.sql("select reopened_id from payroll_reopened order by reopened_id limit :most").param("most", MOST_REOPENED)
        .query(Long.class).list();
    List<String> payrolls = jdbc.sql(LOCK).query(String.class).list();
    int advanced = jdbc.sql(ADVANCE).param("payrolls", new SqlArrayValue("varchar", payrolls.toArray())).update();
    if (!reopened.isEmpty()) {
      jdbc.sql(FORGET).param("seen", new SqlArrayValue("int8", reopened.toArray())).update();
    }
    return advanced;
  }
}
