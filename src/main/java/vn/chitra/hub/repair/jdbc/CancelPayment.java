package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.repair.Act;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Deed;

/** A payment that is in no batch ends; its payout is held and a case asks what shall become of it. */
@Component
class CancelPayment implements Deed {

  private final Standings standings;
  private final Cases cases;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  CancelPayment(Standings standings, Cases cases, JdbcTemplate jdbc, Clock businessClock) {
    this.standings = standings;
    this.cases = cases;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Act act() {
    return Act.CANCEL_PAYMENT;
  }

  @Override
  public Sight look(String id, String parameter) {
    Optional<Standing> payout = standings.lock(id).filter(one -> one.isUnpaid() && one.planning().isPresent());
    return payout.<Sight>map(one -> new Sight.Ready(1, one.amountVnd(), "Lần chi " + one.planning().orElseThrow().attempt()
            + " của khoản chi " + one.payrollId() + " dòng " + one.lineNo() + ", " + one.amountVnd() + " đồng."))
        .orElseGet(() -> new Sight.Unfit("Khoản chi số " + id + " không có lần chi nào chưa vào tệp."));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Standing payout = standings.lock(id).orElseThrow();
    Timestamp now = Timestamp.from(businessClock.instant());
    jdbc.update("update payment set state = 'CANCELLED', frozen = false, frozen_for_batch = null, reason_text = ?, updated_at = ? where payment_id = ?", reason, now,
        payout.planning().orElseThrow().paymentId());
    jdbc.update("update payout set state = 'HELD', hold_reason = 'PAYMENT_CANCELLED', updated_at = ? where payout_id = ?", now,
        payout.payoutId());
    cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(), "Lần chi đã huỷ: " + reason)
        .over(1, payout.amountVnd()));
  }
}
