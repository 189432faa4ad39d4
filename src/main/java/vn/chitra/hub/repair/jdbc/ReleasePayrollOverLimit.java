package vn.chitra.hub.repair.jdbc;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * A planned payroll travels although it is above the limit of what goes by itself. It goes the way of every payroll: the persons concerned
 * are read afresh first, outside of this action's transaction, and again and again until they can be read.
 */
@Component
class ReleasePayrollOverLimit implements RepairActionHandler {

  private final PayoutPlans plans;
  private final Outbox outbox;
  private final JdbcTemplate jdbc;

  ReleasePayrollOverLimit(PayoutPlans plans, Outbox outbox, JdbcTemplate jdbc) {
    this.plans = plans;
    this.outbox = outbox;
    this.jdbc = jdbc;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RELEASE_PAYROLL;
  }

  @Override
  public Preview look(String id, String parameter) {
    List<String> state = jdbc.queryForList("select state from payroll where payroll_id = ? for no key update", String.class, id);
    if (state.isEmpty()) {
      return new Preview.Impossible("Không có bảng chi " + id + ".");
    }
    if (!state.get(0).equals("PLANNED")) {
      return new Preview.Impossible("Bảng chi đang ở trạng thái " + state.get(0) + ", không chờ duyệt.");
    }
    int payments = jdbc.queryForList("select l.payment_id from payment l join payout p using (payout_id) where p.current_payroll_id = ?"
        + " and l.state = 'PLANNED' and l.released_at is null", Long.class, id).size();
    long dong = plans.unreleasedVnd(id);
    if (dong <= plans.approvedVnd(id)) {
      return new Preview.Impossible("Bảng chi đã được duyệt; hệ thống đọc lại dữ liệu người hưởng rồi cho chi.");
    }
    return new Preview.Possible(payments, dong, "Bảng chi " + id + ": " + payments + " khoản, " + dong + " đồng.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    plans.approveRelease(id, plans.unreleasedVnd(id));
    outbox.put(Destination.RELEASE_PAYROLL, id, id);
  }
}
