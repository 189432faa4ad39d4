package vn.chitra.hub.reconciliation.statement;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.payout.ArchivedPayouts;
import vn.chitra.hub.payout.CreditedPayments;
import vn.chitra.hub.payout.CreditedPayments.Recovered;
import vn.chitra.hub.payout.PaidInError;
import vn.chitra.hub.support.SqlText;

/** Credits for returned payments: each matched by id and amount to one payment, each payment to one credit, for ever. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PaymentCredits {

  /** The reason why a credit matches no payment. */
  public enum Why { UNKNOWN_ID, OTHER_AMOUNT, CREDITED_BEFORE, NOT_RETURNED }

  /** Amounts in dong; {@code payoutId}, {@code paymentState} and {@code paymentVnd} null for an unknown id. */
  public record Unmatched(Why why, long fileId, int lineNo, LocalDate day, long amountVnd, @Nullable String endToEndId,
      @Nullable Long payoutId, @Nullable String paymentState, @Nullable Long paymentVnd) {}

  private static final String OF_UNKNOWN = SqlText.of("reconciliation/find-returns-of-unknown");
  private static final String CREDITS = SqlText.of("reconciliation/find-credits-to-match");
  private static final String ADD_CREDITS = SqlText.of("reconciliation/add-payment-credits");
  private static final String DUPLICATES = SqlText.of("reconciliation/find-duplicates-to-match");
  private static final String UNMATCHED = SqlText.of("reconciliation/find-unmatched-returns");

  private final JdbcClient jdbc;
  private final CreditedPayments payments;
  private final ArchivedPayouts archived;
  private final PaidInError errors;
  private final Clock businessClock;

  PaymentCredits(JdbcTemplate jdbc, CreditedPayments payments, ArchivedPayouts archived, PaidInError errors, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.payments = payments;
    this.archived = archived;
    this.errors = errors;
    this.businessClock = businessClock;
  }

  private record Credit(long paymentId, long entryId) {}

  private record Duplicate(long id, long paymentId, long payoutId, long entryId) {}

  /**
   * Matches credits to payments: a payment that is RETURNED (or was rejected after a debit, or paid in error) and the whole of its amount.
   * Archived payments that credits name come back first; those of a month whose tables are not in the database stay unmatched.
   *
   * @return credits matched
   */
  public int match(String partner) {
    archived.unarchivePayments(partner, jdbc.sql(OF_UNKNOWN).param("partner", partner).query(String.class).list());
    int duplicates = matchDuplicates(partner);
    List<Credit> credits = jdbc.sql(CREDITS).param("partner", partner)
        .query((r, n) -> new Credit(r.getLong("payment_id"), r.getLong("entry_id"))).list();
    if (credits.isEmpty()) {
      return duplicates;
    }
    List<Long> credited = credits.stream().map(Credit::paymentId).toList();
    List<Long> entries = credits.stream().map(Credit::entryId).toList();
    payments.lock(credited);
    int matched = jdbc.sql(ADD_CREDITS).param("payments", ids(credited)).param("entries", ids(entries))
        .param("now", Timestamp.from(businessClock.instant())).update();
    matched(entries);
    payments.mark(credited);
    return matched + duplicates;
  }

  private int matchDuplicates(String partner) {
    List<Duplicate> duplicates = jdbc.sql(DUPLICATES).param("partner", partner)
        .query((r, n) -> new Duplicate(r.getLong("duplicate_id"), r.getLong("payment_id"), r.getLong("payout_id"), r.getLong("entry_id")))
        .list();
    if (duplicates.isEmpty()) {
      return 0;
    }
    payments.lock(duplicates.stream().map(Duplicate::paymentId).toList());
    int matched = payments.recover(duplicates.stream().map(one -> new Recovered(one.id(), one.entryId())).toList());
    matched(duplicates.stream().map(Duplicate::entryId).toList());
    errors.settled(duplicates.stream().map(Duplicate::payoutId).distinct().toList(), "khoản chi nhầm đã về tài khoản");
    return matched;
  }

  private void matched(List<Long> entries) {
    jdbc.sql("update statement_entry set matched = true where entry_id = any (:entries)").param("entries", ids(entries)).update();
  }

  private static SqlArrayValue ids(List<Long> ids) {
    return new SqlArrayValue("int8", ids.toArray());
  }

  /**
   * Credits without a matching payment. A credit whose payment the bank has not reported as returned is listed only if it is older than
   * {@code impatientUntil}.
   */
  public List<Unmatched> unmatched(String partner, LocalDate impatientUntil) {
    return jdbc.sql(UNMATCHED).param("partner", partner).param("impatient_until", Date.valueOf(impatientUntil))
        .query((r, n) -> new Unmatched(Why.valueOf(r.getString("why")), r.getLong("file_id"), r.getInt("line_no"),
            r.getDate("day").toLocalDate(), r.getLong("amount_vnd"), r.getString("end_to_end_id"), r.getObject("payout_id", Long.class),
            r.getString("payment_state"), r.getObject("payment_vnd", Long.class))).list();
  }
}
