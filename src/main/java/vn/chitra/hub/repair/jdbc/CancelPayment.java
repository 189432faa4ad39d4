package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/** A payment that is in no batch ends; its payout is held and a case asks what shall become of it. */
@Component
class CancelPayment implements RepairActionHandler {

  private final LockedPayouts payouts;
  private final Cases cases;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  CancelPayment(LockedPayouts payouts, Cases cases, JdbcTemplate jdbc, Clock businessClock) {
    this.payouts = payouts;
    this.cases = cases;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.CANCEL_PAYMENT;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> payout = payouts.lock(id).filter(one -> one.isUnpaid() && one.planning().isPresent());
    return payout.<Preview>map(one -> new Preview.Possible(1, one.amountVnd(), "Lần chi " + one.planning().orElseThrow().attempt()
            + " của khoản chi " + one.payrollId() + " dòng " + one.lineNo() + ", " + one.amountVnd() + " đồng."))
        .orElseGet(() -> new Preview.Impossible("Khoản chi số " + id + " không có lần chi nào chưa vào tệp."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = payouts.lock(id).orElseThrow();
    Timestamp now = Timestamp.from(businessClock.instant());
    jdbc.update("update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_text = ?, updated_at = ? where"
        + " payment_id = ?", reason, now, payout.planning().orElseThrow().paymentId());
    jdbc.update("update payout set state = 'HELD', hold_reason = 'PAYMENT_CANCELLED', updated_at = ? where payout_id = ?", now,
        payout.payoutId());
    cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(), "Lần chi đã huỷ: " + reason)
        .over(1, payout.amountVnd()));
  }
}
