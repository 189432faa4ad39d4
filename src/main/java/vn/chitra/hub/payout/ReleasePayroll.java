package vn.chitra.hub.payout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;

/**
 * Releases a planned payroll's payments: automatically up to the limit, above it only up to the amount that two persons approved. The
 * persons concerned are read again from the welfare database before each release.
 */
@Component
public class ReleasePayroll {

  private static final Logger LOG = LoggerFactory.getLogger(ReleasePayroll.class);

  private final PayoutPlans plans;
  private final Cases cases;
  private final ReleaseSettings settings;

  ReleasePayroll(PayoutPlans plans, Cases cases, ReleaseSettings settings) {
    this.plans = plans;
    this.cases = cases;
    this.settings = settings;
  }

  /** Releasing twice does nothing. The counted payments are the released ones: no payment is added to a payroll whose lock is held. */
  @Transactional
  public void release(String payrollId) {
    if (!plans.lockPlanned(payrollId)) {
      return;
    }
    PayoutPlans.Unreleased unreleased = plans.unreleased(payrollId);
    long waiting = unreleased.totalVnd();
    if (waiting > Math.max(settings.payrollLimitVnd(), plans.approvedVnd(payrollId))) {
      cases.open(NewCase.about(CaseKind.RELEASE_LIMIT, "payroll:" + payrollId,
          "Bảng chi " + waiting + " đồng vượt mức tự động " + settings.payrollLimitVnd() + " đồng; cần hai người duyệt.").over(1, waiting));
      return;
    }
    if (plans.startRelease(payrollId)) {
      LOG.info("payroll {} released: {} payments, {} dong", payrollId, unreleased.payments(), waiting);
      cases.autoClose(CaseKind.RELEASE_LIMIT, "payroll:" + payrollId, "bảng đã được cho chi");
    }
  }
}
