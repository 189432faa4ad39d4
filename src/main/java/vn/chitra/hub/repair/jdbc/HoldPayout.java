package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.repair.Act;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Deed;

/** What has not been put into a batch yet stays where it is: a planned payment is frozen, a payout without a payment held. Opens a case. */
@Component
class HoldPayout implements Deed {

  private final Standings standings;
  private final Cases cases;
  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  HoldPayout(Standings standings, Cases cases, JdbcTemplate jdbc, Clock businessClock) {
    this.standings = standings;
    this.cases = cases;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Act act() {
    return Act.HOLD_PAYOUT;
  }

  @Override
  public Sight look(String id, String parameter) {
    Optional<Standing> found = standings.lock(id);
    if (found.isEmpty()) {
      return new Sight.Unfit("Không có khoản chi số " + id + ".");
    }
    Standing payout = found.get();
    if (!payout.state().equals("OPEN")) {
      return new Sight.Unfit("Khoản chi đang ở trạng thái " + payout.state() + ".");
    }
    Optional<Standing.Payment> payment = payout.living();
    if (payment.isPresent() && payment.get().state() != PaymentState.PLANNED) {
      return new Sight.Unfit("Lần chi " + payment.get().attempt() + " đã vào tệp hoặc đã gửi (" + payment.get().state() + "); không giữ lại được.");
    }
    return payment.filter(Standing.Payment::frozen).isPresent() ? new Sight.Unfit("Khoản chi đã được tạm giữ.")
        : new Sight.Ready(1, payout.amountVnd(), "Khoản chi " + payout.payrollId() + " dòng " + payout.lineNo() + ".");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Standing payout = standings.lock(id).orElseThrow();
    Timestamp now = Timestamp.from(businessClock.instant());
    if (payout.planning().isPresent()) {
      jdbc.update("update payment set frozen = true, updated_at = ? where payment_id = ?", now, payout.planning().get().paymentId());
    } else {
      jdbc.update("update payout set state = 'HELD', hold_reason = 'BY_HAND', updated_at = ? where payout_id = ?", now, payout.payoutId());
    }
    cases.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout.payoutId(), "Người vận hành tạm giữ: " + reason)
        .over(1, payout.amountVnd()));
  }
}
