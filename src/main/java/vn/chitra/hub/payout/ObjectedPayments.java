package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Cancels or freezes payments to people whose data changed after the payroll was taken. Takes part in the caller's transaction. */
@Component
public class ObjectedPayments {

  private static final String LOCK_PAYMENTS = SqlText.of("payout/lock-given-payments");
  private static final String LOCK_PAYOUTS = SqlText.of("payout/lock-payouts-of-payments");
  private static final String CANCEL = SqlText.of("payout/cancel-objected-payments");

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock businessClock;

  ObjectedPayments(NamedParameterJdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /**
   * @param reason a code, at most 20 characters
   * @param sentence Vietnamese, without personal data
   */
  public record Objected(long paymentId, String reason, String sentence) {}

  /** Cancels those that have no number yet and are not frozen; returns how many. */
  public int cancel(List<Objected> payments) {
    MapSqlParameterSource values = new MapSqlParameterSource("now", Timestamp.from(businessClock.instant()))
        .addValue("payments", column("int8", payments, Objected::paymentId)).addValue("reasons", column("text", payments, Objected::reason))
        .addValue("sentences", column("text", payments, Objected::sentence));
    jdbc.query(LOCK_PAYMENTS, values, rs -> { });
    jdbc.query(LOCK_PAYOUTS, values, rs -> { });
    return jdbc.update(CANCEL, values);
  }

  private static SqlArrayValue column(String type, List<Objected> payments, Function<Objected, Object> value) {
    return new SqlArrayValue(type, payments.stream().map(value).toArray());
  }
}
