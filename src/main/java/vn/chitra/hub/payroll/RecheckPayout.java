package vn.chitra.hub.payroll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Zone;

/**
 * Says whether the agency's current data allow a payment that persons want to start. Release and batch check every payment again, so a
 * payment that the data forbid would be cancelled there.
 */
@Component
public class RecheckPayout {

  private static final Logger LOG = LoggerFactory.getLogger(RecheckPayout.class);

  private final PaymentsUnderWay payments;
  private final Objections objections;
  private final PersonsNow persons;
  private final Clock businessClock;

  RecheckPayout(PaymentsUnderWay payments, Objections objections, PersonsNow persons, Clock businessClock) {
    this.payments = payments;
    this.objections = objections;
    this.persons = persons;
    this.businessClock = businessClock;
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

  /** @param why the cause and what the agency must change, Vietnamese and without personal data; empty when allowed */
  public record Finding(Outcome outcome, String why) {

    /** Nothing objects. */
    public static final Finding ALLOWED = new Finding(Outcome.ALLOWED, "");
  }

  /**
   * Reads the welfare database; call it before any row of the hub is locked.
   *
   * @param channel of the payment, empty for the payout's own
   */
  public Finding of(long payoutId, String channel) {
    Optional<PaymentUnderWay> payment = payments.intended(payoutId, channel);
    try {
      LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
      return payment.flatMap(one -> objections.to(List.of(one), today).stream().findFirst()).map(one -> finding(one, today))
          .orElse(Finding.ALLOWED);
    } catch (DataAccessException e) {
      LOG.warn("the welfare database cannot be read: {}", e.getMessage());
      return new Finding(Outcome.UNKNOWN, "Chưa đọc được cơ sở dữ liệu trợ cấp để kiểm tra lại người hưởng.");
    }
  }

  private Finding finding(Objection objection, LocalDate today) {
    String entitlement = objection.payment().entitlementId();
    boolean otherAccount = objection.reason().equals(Objections.ACCOUNT_CLOSED)
        && persons.openAccounts(List.of(entitlement), today).containsKey(entitlement);
    return otherAccount ? new Finding(Outcome.OTHER_ACCOUNT, objection.sentence())
        : new Finding(Outcome.FORBIDDEN, objection.explanation());
  }
}
