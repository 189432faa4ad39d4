package vn.chitra.hub.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.support.Zone;

/**
 * Releases a planned payroll's payments: automatically up to the limit, above it only up to the amount that two persons approved. The
 * persons concerned are read again from the welfare database before each release. A payroll whose days of payment lie in a year of which
 * the calendar has no holidays, perhaps by a slip of the pen, waits with a case until the calendar has the year or the agency withdraws it.
 */
@Component
public class ReleasePayroll {

  private static final Logger LOG = LoggerFactory.getLogger(ReleasePayroll.class);

  private final PayoutPlans plans;
  private final Cases cases;
  private final ReleaseSettings settings;
  private final BankingCalendar calendar;
  private final Clock businessClock;

  ReleasePayroll(PayoutPlans plans, Cases cases, ReleaseSettings settings, BankingCalendar calendar, Clock businessClock) {
    this.plans = plans;
    this.cases = cases;
    this.settings = settings;
    this.calendar = calendar;
    this.businessClock = businessClock;
  }

  /** Releasing twice does nothing. The counted payments are the released ones: no payment is added to a payroll whose lock is held. */
  @Transactional
  public void release(String payrollId) {
    if (!plans.lockPlanned(payrollId)) {
      return;
    }
    PayoutPlans.Unreleased unreleased = plans.unreleased(payrollId);
    long waiting = unreleased.totalVnd();
    Optional<NewCase> obstacle = obstacle(payrollId, plans.payDays(payrollId), waiting, plans.approvedVnd(payrollId));
    if (obstacle.isPresent()) {
      cases.open(obstacle.get());
      return;
    }
    if (plans.startRelease(payrollId)) {
      LOG.info("payroll {} released: {} payments, {} dong", payrollId, unreleased.payments(), waiting);
      cases.autoClose(CaseKind.PAYROLL_OUTSIDE_CALENDAR, "payroll:" + payrollId, "lịch ngày làm việc đã có năm đó");
      cases.autoClose(CaseKind.RELEASE_LIMIT, "payroll:" + payrollId, "bảng đã được cho chi");
    }
  }

  /**
   * The case for which the payroll is not released by itself.
   *
   * @param waitingVnd dong that would be released
   * @param approvedVnd dong that two persons approved
   */
  public Optional<NewCase> obstacle(String payrollId, PayoutPlans.PayDays days, long waitingVnd, long approvedVnd) {
    if (isOutsideCalendar(days.from()) || isOutsideCalendar(days.until())) {
      return Optional.of(NewCase.about(CaseKind.PAYROLL_OUTSIDE_CALENDAR, "payroll:" + payrollId, "Bảng ghi chi từ " + days.from() + " đến "
          + days.until() + ", nhưng lịch ngày làm việc chưa có năm đó; bảng chưa được cho chi.").over(1, waitingVnd));
    }
    return waitingVnd <= Math.max(settings.payrollLimitVnd(), approvedVnd) ? Optional.empty()
        : Optional.of(NewCase.about(CaseKind.RELEASE_LIMIT, "payroll:" + payrollId, "Bảng chi " + waitingVnd
            + " đồng vượt mức tự động " + settings.payrollLimitVnd() + " đồng; cần hai người duyệt.").over(1, waitingVnd));
  }

  /** A day that is past needs no calendar: what is due is paid on the next banking day. */
  private boolean isOutsideCalendar(LocalDate day) {
    return day.isAfter(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)) && !calendar.knows(day);
  }
}
