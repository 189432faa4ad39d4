package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/** A second booking that the partner reported was the first one told again: nothing went in error. */
@Component
class NotPaidTwice implements RepairActionHandler {

  private final LockedPayouts payouts;
  private final Cases cases;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  NotPaidTwice(LockedPayouts payouts, Cases cases, JdbcTemplate jdbc, Clock businessClock) {
    this.payouts = payouts;
    this.cases = cases;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.NOT_PAID_TWICE;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<LockedPayout> found = payouts.lock(id);
    List<Long> dong = found.isEmpty() ? List.of()
        : jdbc.queryForList("select d.amount_vnd from duplicate_payment d join payment using (payment_id)"
        + " where payout_id = ? and d.outcome is null", Long.class, found.get().payoutId());
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? new Preview.Impossible("Khoản chi số " + id + " không có lần ghi có thứ hai nào đang chờ.")
        : new Preview.Possible(dong.size(), total, "Khoản chi " + found.get().payrollId() + " dòng " + found.get().lineNo() + ": "
            + dong.size() + " lần ghi có thứ hai, " + total + " đồng, thật ra chỉ là một.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    LockedPayout payout = payouts.lock(id).orElseThrow();
    jdbc.update("update duplicate_payment d set outcome = 'NOT_TWICE', settled_at = ? from payment l where l.payment_id = d.payment_id"
        + " and l.payout_id = ? and d.outcome is null", Timestamp.from(businessClock.instant()), payout.payoutId());
    if (payout.paymentsInError() == 0) {
      cases.autoClose(CaseKind.PAID_IN_ERROR, "payout:" + payout.payoutId(), reason);
    }
  }
}
