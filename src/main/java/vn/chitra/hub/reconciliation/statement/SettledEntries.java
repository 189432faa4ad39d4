package vn.chitra.hub.reconciliation.statement;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Settles credit entries of statements by decision of persons. Takes part in the caller's transaction; the caller holds the entry's lock.
 */
@Component
public class SettledEntries {

  private static final String ADD_CREDIT = SqlText.of("reconciliation/add-payment-credit");
  private static final String MATCH_AS_RETURN = SqlText.of("reconciliation/match-entry-as-return");
  private static final String SETTLE_AS_FUNDING = SqlText.of("reconciliation/settle-entry-as-funding");
  private static final String RECHECK = "update funding_account set looked_at = null where partner = :partner";

  private final JdbcClient jdbc;
  private final Clock businessClock;

  SettledEntries(JdbcClient jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** The entry is the return of the payment; {@code cameBack} when the bank has called it returned already. */
  public void matchReturn(long entryId, String partner, String endToEndId, long paymentId, boolean cameBack) {
    if (cameBack) {
      jdbc.sql(ADD_CREDIT).param("payment", paymentId).param("entry", entryId).param("now", now()).update();
    }
    jdbc.sql(MATCH_AS_RETURN).param("entry", entryId).param("id", endToEndId).param("matched", cameBack).param("now", now()).update();
    jdbc.sql(RECHECK).param("partner", partner).update();
  }

  /** The entry is no payment's money: files that wait for funds may go again. */
  public void settleAsFunding(long entryId, String partner) {
    jdbc.sql(SETTLE_AS_FUNDING).param("entry", entryId).param("now", now()).update();
    jdbc.sql(RECHECK).param("partner", partner).update();
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
