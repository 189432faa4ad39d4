package vn.chitra.hub.payroll.jdbc;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payroll.PaymentUnderWay;
import vn.chitra.hub.payroll.PaymentsUnderWay;
import vn.chitra.hub.payroll.LineKind;
import vn.chitra.hub.payroll.MonthRange;
import vn.chitra.hub.payroll.Objection;

@Component
class JdbcPaymentsUnderWay implements PaymentsUnderWay {

  private static final String SELECT = """
      SELECT l.payment_id, p.payout_id, p.current_payroll_id, p.current_line_no, l.end_to_end_id, l.partner, p.entitlement_id, p.kind,
        p.for_from,
        p.for_to, CASE WHEN l.channel = 'BANK' THEN l.bank_bin || '/' || l.account_no END AS account, l.state = 'PAID' AS paid, l.amount_vnd
      FROM payment l JOIN payout p USING (payout_id)
      """;

  private static final String WAITING = SELECT + """
      WHERE p.current_payroll_id = :payroll AND l.state = 'PLANNED' AND NOT l.frozen AND l.payment_id > :after ORDER BY l.payment_id LIMIT :limit
      """;

  private static final String IN_BATCH = SELECT + """
      WHERE l.batch_id = :batch AND l.state = 'BATCHED' AND l.payment_id > :after ORDER BY l.payment_id LIMIT :limit
      """;

  private static final String NUMBERED = SELECT + """
      WHERE p.entitlement_id = ANY (:entitlements) AND (l.state IN ('SENT', 'ACCEPTED') OR l.state = 'PAID'
        AND NOT EXISTS (SELECT FROM period_close c WHERE c.programme = p.programme AND c.period = p.period))
      ORDER BY l.payment_id
      """;

  private static final String LOCK_PAYMENTS = "SELECT payment_id FROM payment WHERE payment_id = ANY (:payments) ORDER BY payment_id FOR"
      + " UPDATE";

  private static final String LOCK_PAYOUTS = """
      SELECT payout_id FROM payout WHERE payout_id IN (SELECT payout_id FROM payment WHERE payment_id = ANY (:payments)) ORDER BY payout_id FOR UPDATE
      """;

  private static final String TAKE_BACK = """
      UPDATE payment SET state = 'CANCELLED', batch_id = NULL, batch_line = NULL, reason_code = o.reason, reason_text = o.sentence,
        updated_at = :now
      FROM unnest(:payments, :reasons, :sentences) o (payment_id, reason, sentence)
      WHERE o.payment_id = payment.payment_id AND payment.state IN ('PLANNED', 'BATCHED') AND NOT payment.frozen
      """;

  private static final String NOTIFY = """
      INSERT INTO case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      SELECT 'CHANGED_AFTER_SENDING', o.subject, o.partner, o.evidence, o.amount, 'OPEN', :now, :due
      FROM unnest(:subjects, :partners, :evidences, :amounts) o (subject, partner, evidence, amount)
      WHERE NOT EXISTS (SELECT FROM case_record c WHERE c.kind = 'CHANGED_AFTER_SENDING' AND c.subject = o.subject
        AND c.evidence = o.evidence)
      ON CONFLICT (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) WHERE state = 'OPEN' DO NOTHING
      """;

  private static final String SEEN = """
      INSERT INTO welfare_watch (what, seen_until) VALUES ('persons', ?)
      ON CONFLICT (what) DO UPDATE SET seen_until = greatest(welfare_watch.seen_until, EXCLUDED.seen_until)
      """;

  private final NamedParameterJdbcTemplate hub;
  private final Clock businessClock;

  /** @param hub on the primary data source */
  JdbcPaymentsUnderWay(JdbcTemplate hub, Clock businessClock) {
    this.hub = new NamedParameterJdbcTemplate(hub);
    this.businessClock = businessClock;
  }

  @Override
  public List<PaymentUnderWay> waiting(String payrollId, long afterPayment, int limit) {
    return hub.query(WAITING, new MapSqlParameterSource("payroll", payrollId).addValue("after", afterPayment).addValue("limit", limit),
        (row, number) -> payment(row));
  }

  @Override
  public List<PaymentUnderWay> inBatch(long batchId, long afterPayment, int limit) {
    return hub.query(IN_BATCH, new MapSqlParameterSource("batch", batchId).addValue("after", afterPayment).addValue("limit", limit),
        (row, number) -> payment(row));
  }

  @Override
  public List<PaymentUnderWay> numbered(Collection<String> entitlements) {
    return hub.query(NUMBERED, new MapSqlParameterSource("entitlements", new SqlArrayValue("varchar", entitlements.toArray())),
        (row, number) -> payment(row));
  }

  @Override
  @Transactional
  public int takeBack(List<Objection> objections) {
    MapSqlParameterSource values = now().addValue("payments", column("int8", objections, one -> one.payment().paymentId()))
        .addValue("reasons", column("text", objections, Objection::reason))
        .addValue("sentences", column("text", objections, Objection::sentence));
    hub.query(LOCK_PAYMENTS, values, row -> {});
    hub.query(LOCK_PAYOUTS, values, row -> {});
    return hub.update(TAKE_BACK, values);
  }

  @Override
  @Transactional
  public void notify(List<Objection> objections) {
    hub.update(NOTIFY, now().addValue("due", at(businessClock.instant().plus(CaseKind.CHANGED_AFTER_SENDING.dueWithin())))
        .addValue("subjects", column("text", objections, one -> "payout:" + one.payment().payoutId()))
        .addValue("partners", column("text", objections, one -> one.payment().partner()))
        .addValue("evidences", column("text", objections, JdbcPaymentsUnderWay::evidence))
        .addValue("amounts", column("int8", objections, one -> one.payment().amountVnd())));
  }

  @Override
  public Optional<Instant> seenUntil() {
    return hub.getJdbcTemplate().queryForList("SELECT seen_until FROM welfare_watch WHERE what = 'persons'", OffsetDateTime.class).stream()
        .map(OffsetDateTime::toInstant).findFirst();
  }

  @Override
  public void seenUntil(Instant newest) {
    hub.getJdbcTemplate().update(SEEN, newest.atOffset(ZoneOffset.UTC));
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
