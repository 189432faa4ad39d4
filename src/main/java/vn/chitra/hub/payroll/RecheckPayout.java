package vn.chitra.hub.payroll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Word;
import vn.chitra.hub.support.Zone;

/**
 * Says whether the agency's current data allow a payment that persons want to start. Release and batch check every payment again, so a
 * payment that the data forbid would be cancelled there.
 */
@Component
public class RecheckPayout {

  private static final Logger LOG = LoggerFactory.getLogger(RecheckPayout.class);
  private static final Finding UNREADABLE =
      new Finding(Outcome.UNKNOWN, new Word("Chưa đọc được cơ sở dữ liệu trợ cấp để kiểm tra lại người hưởng.",
          "The welfare database cannot be read now to check the beneficiary."));

  /** Pages and selections look at many payouts: while nobody is reached, only the first one waits. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PaymentsUnderWay payments;
  private final Objections objections;
  private final PersonsNow persons;
  private final Clock businessClock;
  private final Clock wallClock;
  private volatile Instant pauseUntil = Instant.MIN;

  RecheckPayout(PaymentsUnderWay payments, Objections objections, PersonsNow persons, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.payments = payments;
    this.objections = objections;
    this.persons = persons;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** The outcome for the payment by the agency's data. */
  public enum Outcome {
    /** Nothing objects to it. */
    ALLOWED,
    /** It would be cancelled, and the payout held. */
    FORBIDDEN,
    /** It would be cancelled because its account is closed; the agency knows another, to which the re-route policy pays by itself. */
    OTHER_ACCOUNT,
    /** The welfare database cannot be read now. */
    UNKNOWN
  }

  /** @param why the cause and what the agency must change, without personal data; empty when allowed */
  public record Finding(Outcome outcome, Word why) {

    /** Nothing objects. */
    public static final Finding ALLOWED = new Finding(Outcome.ALLOWED, Word.NONE);
  }

  /**
   * Reads the welfare database; call it before any row of the hub is locked. For ten seconds after it could not be reached it
   * is not tried.
   *
   * @param channel of the payment, empty for the payout's own
   */
  public Finding of(long payoutId, String channel) {
    Optional<PaymentUnderWay> payment = payments.intended(payoutId, channel);
    if (payment.isPresent() && wallClock.instant().isBefore(pauseUntil)) {
      return UNREADABLE;
    }
    try {
      LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
      return payment.flatMap(one -> objections.to(List.of(one), today).stream().findFirst()).map(one -> finding(one, today))
          .orElse(Finding.ALLOWED);
    } catch (DataAccessException e) {
      LOG.warn("the welfare database cannot be read: {}", e.getMessage());
      if (e instanceof DataAccessResourceFailureException) {
        pauseUntil = wallClock.instant().plus(PAUSE);
      }
      return UNREADABLE;
    }
  }

  private Finding finding(Objection objection, LocalDate today) {
    String entitlement = objection.payment().entitlementId();
    boolean otherAccount = objection.reason().equals(Objections.ACCOUNT_CLOSED)
        && persons.openAccounts(List.of(entitlement), today).containsKey(entitlement);
    return otherAccount ? new Finding(Outcome.OTHER_ACCOUNT, objection.cause())
        : new Finding(Outcome.FORBIDDEN, objection.words());
  }
}
