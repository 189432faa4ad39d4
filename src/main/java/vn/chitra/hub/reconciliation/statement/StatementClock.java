package vn.chitra.hub.reconciliation.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.support.Zone;

/**
 * Finds late statements by the business clock: a statement is due every banking day by 18:00 in Vietnam (contract §1.4). A file that the
 * bank writes at the last moment is fetched by the next polls, so it is late a quarter of an hour after; a bank with an API is asked from
 * 18:00 on (contract §4.9), so there a statement is late only after it was asked for twice more.
 */
@Component
public class StatementClock {

  private static final LocalTime LATE_WHERE_SENT = LocalTime.of(18, 15);
  private static final LocalTime LATE_WHERE_REQUESTED = LocalTime.of(19, 15);
  /** The bank must report the return within this many banking days after its credit; otherwise a case is opened. */
  private static final int BANKING_DAYS_FOR_THE_WORD = 2;

  /** Statements of the weeks before the first one may still come; they are matched when they follow without a gap. */
  private static final int DAYS_BEFORE_THE_FIRST = 31;
  private static final int DAYS_AHEAD = 7;
  private static final int LONGEST_HOLIDAY = 31;

  private final Clock businessClock;
  private final BankingCalendar calendar;

  StatementClock(Clock businessClock, BankingCalendar calendar) {
    this.businessClock = businessClock;
    this.calendar = calendar;
  }

  Instant now() {
    return businessClock.instant();
  }

  LocalDate today() {
    return here().toLocalDate();
  }

  /** The last day whose statement should be here. */
  LocalDate lastDueDay(PartnerProfile partner) {
    return here().toLocalTime().isBefore(late(partner)) ? today().minusDays(1) : today();
  }

  /** When the next statement is due: today's while it is not late yet on a banking day, else the next banking day's. */
  public ZonedDateTime nextDue(PartnerProfile partner) {
    LocalDate day = lastDueDay(partner).plusDays(1);
    for (int ahead = 0; ahead < LONGEST_HOLIDAY && !calendar.isBankingDay(day); ahead++) {
      day = day.plusDays(1);
    }
    return day.atTime(late(partner)).atZone(Zone.VIETNAM);
  }

  /** When the next statements are due, those of {@code count} banking days; fewer where the calendar ends. */
  public List<ZonedDateTime> nextDues(PartnerProfile partner, int count) {
    LocalDate first = nextDue(partner).toLocalDate();
    return first.datesUntil(first.plusDays(LONGEST_HOLIDAY)).filter(calendar::isBankingDay).limit(count)
        .map(day -> day.atTime(late(partner)).atZone(Zone.VIETNAM)).toList();
  }

  /** The last moment at which time alone may have made something late: the beginning of the day, or the time at which a statement is. */
  Instant lastTurn(PartnerProfile partner) {
    LocalTime turn = here().toLocalTime().isBefore(late(partner)) ? LocalTime.MIDNIGHT : late(partner);
    return today().atTime(turn).atZone(Zone.VIETNAM).toInstant();
  }

  private static LocalTime late(PartnerProfile partner) {
    return partner.kind() == PartnerKind.BANK_API ? LATE_WHERE_REQUESTED : LATE_WHERE_SENT;
  }

  /**
   * Whether a statement that came now may be of that day: not far in the future, nor long before the account's first day. Another one has a
   * slip in its date; taken at its word it would leave every day to the next one missing.
   *
   * @param begin the account's first day; today where it has none
   */
  boolean mayBeOf(LocalDate day, LocalDate begin) {
    LocalDate earliest = (begin.isBefore(today()) ? begin : today()).minusDays(DAYS_BEFORE_THE_FIRST);
    return !day.isBefore(earliest) && !day.isAfter(today().plusDays(DAYS_AHEAD));
  }

  /** A credit of a statement of that day or before waits no longer for the bank's status of its payment. */
  LocalDate impatientUntil() {
    return calendar.minusBankingDays(today(), BANKING_DAYS_FOR_THE_WORD).minusDays(1);
  }

  /** False in a year that the calendar does not have: no statement of such a day is awaited. */
  boolean isBankingDay(LocalDate day) {
    return calendar.isBankingDay(day);
  }

  private ZonedDateTime here() {
    return businessClock.instant().atZone(Zone.VIETNAM);
  }
}
