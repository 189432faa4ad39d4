package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/**
 * Brings payouts of archived months back before anything decides on them: whoever is told about a payment or a file calls this
 * first and then works as if nothing had been archived. In the caller's transaction; when it fails, nothing has come back.
 * (docs/adr/0015-archive-of-old-months.md)
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArchivedPayouts {

  private static final String OF_STAGED_LINES = SqlText.of("payout/archived/of-staged-lines");
  private static final String OF_PAYMENTS = SqlText.of("payout/archived/of-payments");
  private static final String OF_BATCHES = SqlText.of("payout/archived/of-batches");
  private static final String UNARCHIVE = "select unarchive_payouts(:payouts)";

  private final JdbcClient jdbc;

  ArchivedPayouts(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  private record Found(long payout, YearMonth month, boolean here) {}

  /**
   * Those that the staged lines of {@link PaymentStatuses} name, by payments at the partner.
   *
   * @return months whose tables an administrator took out of the database; if there are any, nothing came back
   */
  public List<YearMonth> unarchiveStaged(String partner) {
    return unarchive(jdbc.sql(OF_STAGED_LINES).param("partner", partner));
  }

  /** Those of the payments with these endToEndIds at the partner. @return as {@link #unarchiveStaged} */
  public List<YearMonth> unarchivePayments(String partner, Collection<String> endToEndIds) {
    return endToEndIds.isEmpty() ? List.of() : unarchive(jdbc.sql(OF_PAYMENTS).param("partner", partner)
        .param("ids", new SqlArrayValue("text", endToEndIds.toArray())));
  }

  /** Those with a payment in one of these files of ours. @return as {@link #unarchiveStaged} */
  public List<YearMonth> unarchiveBatches(Collection<Long> batches) {
    return batches.isEmpty() ? List.of()
        : unarchive(jdbc.sql(OF_BATCHES).param("batches", new SqlArrayValue("int8", batches.toArray())));
  }

  private List<YearMonth> unarchive(JdbcClient.StatementSpec look) {
    List<Found> found = look.query((r, n) -> new Found(r.getLong("payout_id"),
        YearMonth.from(r.getObject("period", LocalDate.class)), r.getBoolean("here"))).list();
    List<YearMonth> away = found.stream().filter(one -> !one.here()).map(Found::month).distinct().sorted().toList();
    if (away.isEmpty() && !found.isEmpty()) {
      jdbc.sql(UNARCHIVE).param("payouts", new SqlArrayValue("int8", found.stream().map(Found::payout).toArray()))
          .query(Integer.class).single();
    }
    return away;
  }
}
