package vn.chitra.hub.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The value date of a bank file: the first banking day ≥ max(pay_from, today before cut-off), (contract §0.6). */
public final class ValueDates {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BankingCalendar calendar;

  public ValueDates(BankingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Today counts only before the partner's cut-off; at the cut-off the file is tomorrow's. Empty when the calendar lacks the year.
   *
   * @param now business time
   */
  public Optional<LocalDate> valueDate(PartnerProfile partner, LocalDate payFrom, Instant now) {
    ZonedDateTime here = now.atZone(VIETNAM);
    LocalDate today = here.toLocalDate();
    LocalDate earliest = here.toLocalTime().isBefore(partner.cutOff()) ? today : today.plusDays(1);
    return calendar.nextBankingDay(payFrom.isAfter(earliest) ? payFrom : earliest);
  }
}
