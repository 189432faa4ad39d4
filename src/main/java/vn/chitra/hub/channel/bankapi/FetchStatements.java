package vn.chitra.hub.channel.bankapi;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.Zone;

/**
 * Fetches the statement of every banking day from banks with an API, from 18:00 of that day on (contract §4.9), beginning with the day of
 * our first bulk. A statement that does not exist yet, or that cannot be used, is fetched again every half hour on its own day, then once a
 * day for a month; a bank that does not answer is asked every half hour as long. Neither is after a person closed the case about it. The
 * statement matching reports a missing statement.
 */
@Component
@Lazy   // a hub without routes, as tests have it, calls no bank
public class FetchStatements {

  private static final Logger LOG = LoggerFactory.getLogger(FetchStatements.class);
  private static final LocalTime THERE_BY = LocalTime.of(18, 0);
  private static final int MOST_DAYS_A_TURN = 10;
  private static final int OK = 200;

  private final BankApi bank;
  private final Partners partners;
  private final BankingCalendar calendar;
  private final QueriedStatements queried;
  private final ArchiveMessage keep;
  private final Clock businessClock;

  FetchStatements(BankApi bank, Partners partners, BankingCalendar calendar, QueriedStatements queried, ArchiveMessage keep,
      Clock businessClock) {
    this.bank = bank;
    this.partners = partners;
    this.calendar = calendar;
    this.queried = queried;
    this.keep = keep;
    this.businessClock = businessClock;
  }

  /** One day of one partner. */
  public record Day(String partner, LocalDate day) {}

  /** Days whose statement is to be requested now, the oldest first. */
  public List<Day> due() {
    List<Day> due = new ArrayList<>();
    for (PartnerProfile partner : partners.ofKind(PartnerKind.BANK_API)) {
      queried.firstDay(partner.id()).ifPresent(first -> {
        Set<LocalDate> settled = queried.settled(partner.id(), businessClock.instant());
        first.datesUntil(lastDay().plusDays(1)).filter(calendar::isBankingDay).filter(day -> !settled.contains(day))
            .limit(MOST_DAYS_A_TURN).forEach(day -> due.add(new Day(partner.id(), day)));
      });
    }
    return due;
  }

  public void fetch(Day wanted) throws IOException {
    PartnerProfile partner = partners.byId(wanted.partner()).orElseThrow();
    Reply reply = bank.call(partner, Call.get("/v1/statements/" + wanted.day(), null, Lane.CALLS));
    if (reply instanceof Reply.Answered response && response.status() == OK) {
      keep.receive(partner, ApiStatementParser.nameOf(wanted.day()), response.body());
    } else if (reply instanceof Reply.Answered response) {
      LOG.warn("no statement of {} for {}: HTTP {}", partner.id(), wanted.day(), response.status());
    }
    queried.note(partner.id(), wanted.day(), businessClock.instant(), reply instanceof Reply.Silent);
  }

  private LocalDate lastDay() {
    ZonedDateTime now = businessClock.instant().atZone(Zone.VIETNAM);
    return now.toLocalTime().isBefore(THERE_BY) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
  }
}
