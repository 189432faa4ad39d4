package vn.chitra.hub.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.support.Zone;

/** Opens a case weeks before the calendar's last year ends, so that its holidays are known in time; the case ends when the year is there. */
@Component
public class WatchCalendar {

  private static final int DAYS_AHEAD = 60;
  private static final String SUBJECT = "calendar:holidays";

  private final BankingCalendar calendar;
  private final Cases cases;
  private final Clock businessClock;

  WatchCalendar(BankingCalendar calendar, Cases cases, Clock businessClock) {
    this.calendar = calendar;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Transactional
  public void watch() {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    LocalDate ahead = today.plusDays(DAYS_AHEAD);
    if (calendar.knows(today) && calendar.knows(ahead)) {
      cases.autoClose(CaseKind.CALENDAR_ENDS, SUBJECT, "lịch ngày làm việc đã đủ");
      return;
    }
    int missing = calendar.lastYearFrom(today).map(last -> last + 1).orElse(today.getYear());
    cases.open(NewCase.about(CaseKind.CALENDAR_ENDS, SUBJECT, "Lịch ngày làm việc chưa có ngày nghỉ lễ năm " + missing
        + "; từ năm đó không lập được tệp cho ngân hàng."));
  }
}
