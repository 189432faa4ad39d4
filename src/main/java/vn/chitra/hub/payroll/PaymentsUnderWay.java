package vn.chitra.hub.payroll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.ObjectedPayments;
import vn.chitra.hub.payout.ObjectedPayments.Objected;
import vn.chitra.hub.support.SqlText;

/** The hub's active payments that a change at the province may concern; set-wise, each verb in a transaction of its own. */
@Component
public class PaymentsUnderWay {

  private static final String WAITING = SqlText.of("payroll/persons/waiting-payments");
  private static final String IN_BATCH = SqlText.of("payroll/persons/payments-in-batch");
  private static final String INTENDED = SqlText.of("payroll/persons/intended-payment");
  private static final String NUMBERED = SqlText.of("payroll/persons/numbered-payments");
  private static final String NOTE_CHANGED = SqlText.of("payroll/persons/note-changed-after-sending");
  private static final String NOTE_SEEN = SqlText.of("payroll/persons/note-seen");

  private final NamedParameterJdbcTemplate hub;
  private final ObjectedPayments payments;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  /** @param hub on the primary data source */
  PaymentsUnderWay(NamedParameterJdbcTemplate hub, ObjectedPayments payments, CaseDeadlines deadlines, Clock businessClock) {
    this.hub = hub;
    this.payments = payments;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /** Payments of the payroll that are in no file yet, with a higher id, in order, at most {@code limit}; frozen ones wait for a person. */
  public List<PaymentUnderWay> waiting(String payrollId, long afterPayment, int limit) {
    return hub.query(WAITING, new MapSqlParameterSource("payroll", payrollId).addValue("after", afterPayment).addValue("limit", limit),
        (row, number) -> payment(row));
  }

  /** Payments of an open batch. */
  public List<PaymentUnderWay> inBatch(long batchId, long afterPayment, int limit) {
    return hub.query(IN_BATCH, new MapSqlParameterSource("batch", batchId).addValue("after", afterPayment).addValue("limit", limit),
        (row, number) -> payment(row));
  }

  /** The payment that the payout would get by the channel; empty stands for its own. Empty when there is no such payout. */
  public Optional<PaymentUnderWay> intended(long payoutId, String channel) {
    return hub.query(INTENDED, new MapSqlParameterSource("payout", payoutId).addValue("channel", channel), (row, number) -> payment(row))
        .stream().findFirst();
  }

  /** Payments of the entitlements that have a file number: active, or paid in a month that is not closed. */
  public List<PaymentUnderWay> numbered(Collection<String> entitlements) {
    return hub.query(NUMBERED, new MapSqlParameterSource("entitlements", new SqlArrayValue("varchar", entitlements.toArray())),
        (row, number) -> payment(row));
  }

  /**
   * Cancels the payments with the reason and takes them out of their open batch, unless they got a number meanwhile; the re-route continues
   * from there. @return payments
   */
  @Transactional
  public int takeBack(List<Objection> objections) {
    return payments.cancel(objections.stream().map(one -> new Objected(one.payment().paymentId(), one.reason(), one.explanation()))
        .toList());
  }

  /** Opens a case for each, unless the same case was opened before. */
  @Transactional
  public void notify(List<Objection> objections) {
    hub.query(NOTE_CHANGED, now().addValue("due", at(deadlines.of(CaseKind.CHANGED_AFTER_SENDING)))
        .addValue("subjects", column("text", objections, one -> "payout:" + one.payment().payoutId()))
        .addValue("partners", column("text", objections, one -> one.payment().partner()))
        .addValue("evidences", column("text", objections, PaymentsUnderWay::evidence))
        .addValue("amounts", column("int8", objections, one -> one.payment().amountVnd())), row -> {});
  }

  /** Up to where changes were seen; empty at first. */
  public Optional<Instant> seenUntil() {
    return hub.getJdbcTemplate().queryForList("select seen_until from welfare_watch where what = 'persons'", OffsetDateTime.class).stream()
        .map(OffsetDateTime::toInstant).findFirst();
  }

  public void seenUntil(Instant newest) {
    hub.update(NOTE_SEEN, new MapSqlParameterSource("newest", newest.atOffset(ZoneOffset.UTC)));
  }

  private static String evidence(Objection one) {
    return "Bảng " + one.payment().payrollId() + ", dòng " + one.payment().lineNo() + ", mã chi trả " + one.payment().endToEndId()
        + (one.payment().paid() ? " đã chi. " : " đã gửi đi. ") + one.sentence();
  }

  private static SqlArrayValue column(String type, List<Objection> objections, Function<Objection, Object> value) {
    return new SqlArrayValue(type, objections.stream().map(value).toArray());
  }

  private MapSqlParameterSource now() {
    return new MapSqlParameterSource("now", at(businessClock.instant()));
  }

  private static Timestamp at(Instant time) {
    return Timestamp.from(time);
  }

  private static PaymentUnderWay payment(ResultSet row) throws SQLException {
    MonthRange months = new MonthRange(YearMonth.from(row.getObject("for_from", LocalDate.class)),
        YearMonth.from(row.getObject("for_to", LocalDate.class)));
    return new PaymentUnderWay(row.getLong("payment_id"), row.getLong("payout_id"), row.getString("current_payroll_id"),
        row.getInt("current_line_no"), row.getString("end_to_end_id"), row.getString("partner"), row.getString("entitlement_id"),
        LineKind.valueOf(row.getString("kind")), months, row.getString("account"), row.getBoolean("paid"), row.getLong("amount_vnd"));
  }
}
