package vn.chitra.hub.repair.action;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/** Records that a second reported booking was a repeat of the first: nothing was paid in error. */
@Component
class NotPaidTwice implements RepairActionHandler {

  private static final String UNSETTLED = "select d.amount_vnd from duplicate_payment d join payment using (payment_id)"
      + " where payout_id = :payout and d.outcome is null";

  private final LockedPayouts locked;
  private final Payments payments;
  private final Cases cases;
  private final JdbcClient jdbc;

  NotPaidTwice(LockedPayouts locked, Payments payments, Cases cases, JdbcClient jdbc) {
    this.locked = locked;
    this.payments = payments;
    this.cases = cases;
    this.jdbc = jdbc;
  }

  @Override
  public RepairAction action() {
    return RepairAction.NOT_PAID_TWICE;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = locked.lock(id);
    List<Long> dong = found.isEmpty() ? List.of()
        : jdbc.sql(UNSETTLED).param("payout", found.get().payoutId()).query(Long.class).list();
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? Preview.Impossible.because("Khoản chi số %s không có lần ghi có thứ hai nào đang chờ.",
        "Payout %s has no second credit that waits.", id)
        : new Preview.Possible(dong.size(), total, Word.of(
            "Khoản chi %s dòng %s: %s lần ghi có thứ hai, %s đồng, thật ra chỉ là một.",
            "Payout %s line %s: %s second credits, %s dong, are in truth one.", found.get().payrollId(), found.get().lineNo(), dong.size(),
            total));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = locked.lock(id).orElseThrow();
    payments.notPaidTwice(payout.payoutId());
    if (payout.paymentsInError() == 0) {
      cases.autoClose(CaseKind.PAID_IN_ERROR, "payout:" + payout.payoutId(), reason);
    }
  }
}
