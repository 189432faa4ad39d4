package vn.chitra.hub.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A partner's promises of time. One in whole days is counted in banking days where the profile says {@code banking-days-only}, else in
 * calendar days; one in hours is counted by the clock.
 */
public final class Promises {

  /** A reply of the last moment is fetched by the next polls; only after this time it is late. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  private final BankingCalendar calendar;

  public Promises(BankingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The last day on which the partner's last answer is in time, counted from a day. */
  public LocalDate answerDueOn(PartnerProfile partner, LocalDate from) {
    long days = partner.answerWithin().toDays();
    return partner.bankingDaysOnly() ? calendar.plusBankingDays(from, days) : from.plusDays(days);
  }

  /** The moment at which a promise made at that time is over. */
  public Instant due(PartnerProfile partner, Duration promise, Instant from) {
    boolean wholeDays = Duration.ofDays(promise.toDays()).equals(promise);
    return wholeDays && partner.bankingDaysOnly() ? calendar.plusBankingDays(from, promise.toDays()) : from.plus(promise);
  }

  /** The newest moment from which a promise is over now. */
  public Instant over(PartnerProfile partner, Duration promise, Instant now) {
    boolean wholeDays = Duration.ofDays(promise.toDays()).equals(promise);
    return wholeDays && partner.bankingDaysOnly() ? calendar.minusBankingDays(now, promise.toDays()) : now.minus(promise);
  }
}
