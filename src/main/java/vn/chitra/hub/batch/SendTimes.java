package vn.chitra.hub.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.Zone;

/** Decides when batches are made, from the send times in the partner's profile. */
final class SendTimes {

  private static final int LOOK_BACK_DAYS = 15;

  private final BankingCalendar calendar;

  SendTimes(BankingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The newest send time that has passed; payments released up to then are due. Empty when there was none in the last fortnight. */
  Optional<Instant> latest(PartnerProfile partner, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Zone.VIETNAM);
    return today.minusDays(LOOK_BACK_DAYS).datesUntil(today.plusDays(1))
        .filter(day -> !partner.bankingDaysOnly() || calendar.isBankingDay(day))
        .flatMap(day -> partner.sendAt().stream().map(time -> day.atTime(time).atZone(Zone.VIETNAM).toInstant()))
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder());
  }
}
