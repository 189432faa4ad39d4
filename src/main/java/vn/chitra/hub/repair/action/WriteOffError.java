package vn.chitra.hub.repair.action;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.PaidInError;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/**
 * Writes off money that was paid in error. The funding account's equation keeps it, because it did leave. A person decides about the
 * payout, or about the payment that was frozen because of it.
 */
@Component
class WriteOffError implements RepairActionHandler {

  private final LockedPayouts locked;
  private final Payments payments;
  private final PaidInError errors;
  private final Cases cases;

  WriteOffError(LockedPayouts locked, Payments payments, PaidInError errors, Cases cases) {
    this.locked = locked;
    this.payments = payments;
    this.errors = errors;
    this.cases = cases;
  }

  @Override
  public RepairAction action() {
    return RepairAction.WRITE_OFF_ERROR;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = locked.lock(id).filter(LockedPayout::wasPaidInError);
    if (found.isEmpty()) {
      return Preview.Impossible.because("Khoản chi số %s không có lần chi nhầm nào chưa thu hồi.",
          "Payout %s has no payment in error that is not recovered.", id);
    }
    LockedPayout payout = found.get();
    int errors = payout.paymentsInError() + payout.duplicates();
    return new Preview.Possible(errors, errors * payout.amountVnd(), Word.of(
        "Khoản chi %s dòng %s: %s lần chi nhầm, %s đồng, không thu hồi.",
        "Payout %s line %s: %s payments in error, %s dong, not recovered.", payout.payrollId(), payout.lineNo(), errors,
        errors * payout.amountVnd()));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    payments.writeOffErrors(payout.payoutId());
    errors.writtenOff(payout.payoutId());
    boolean waits = payout.planning().map(LockedPayout.Payment::frozen).orElse(payout.isUnpaid() && payout.living().isEmpty());
    if (waits) {
      cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(),
          "Khoản chi nhầm đã xoá; cần quyết định về khoản chi còn lại.").over(1, payout.amountVnd()));
    }
  }
}
