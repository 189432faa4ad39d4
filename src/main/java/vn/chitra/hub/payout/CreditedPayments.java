package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Applies credit entries of statements to payments; each verb takes part in the caller's transaction. */
@Component
public class CreditedPayments {

  private static final String LOCK = SqlText.of("payout/lock-given-payments");
  private static final String MARK = SqlText.of("payout/mark-credited-payments");
  private static final String RECOVER = SqlText.of("payout/recover-duplicates");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  CreditedPayments(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.businessClock = businessClock;
  }

  /** A payment that was made twice, and the statement entry that credits the second booking. */
  public record Recovered(long duplicateId, long entryId) {}

  /**
   * Locks the payments in the common lock order. Under one snapshot, a payment that moved in between makes the transaction fail as a whole.
   */
  public void lock(Collection<Long> payments) {
    jdbc.sql(LOCK).param("payments", ids(payments)).query(rs -> { });
  }

  /** RETURNED and PAID_IN_ERROR ones have their credit, for good; what else is among them stays as it is. */
  public void mark(Collection<Long> payments) {
    jdbc.sql(MARK).param("payments", ids(payments)).update();
  }

  /** Records that the money of these duplicates came back. @return how many of them waited for it */
  public int recover(List<Recovered> duplicates) {
    return jdbc.sql(RECOVER).param("duplicates", ids(duplicates.stream().map(Recovered::duplicateId).toList()))
        .param("entries", ids(duplicates.stream().map(Recovered::entryId).toList()))
        .param("now", Timestamp.from(businessClock.instant())).update();
  }

  private static SqlArrayValue ids(Collection<Long> ids) {
    return new SqlArrayValue("int8", ids.toArray());
  }
}
