package vn.chitra.hub.repair.action;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/**
 * Releases a planned payroll above the limit for automatic release. It follows the route of every payroll: the persons concerned are read
 * again first, outside of this action's transaction, and repeatedly until they can be read.
 */
@Component
class ReleasePayrollOverLimit implements RepairActionHandler {

  private static final String COUNT_UNRELEASED = SqlText.of("repair/count-unreleased-payments");

  private final PayoutPlans plans;
  private final Outbox outbox;
  private final JdbcClient jdbc;

  ReleasePayrollOverLimit(PayoutPlans plans, Outbox outbox, JdbcClient jdbc) {
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
    List<String> state = jdbc.sql("select state from payroll where payroll_id = :payroll for no key update").param("payroll", id)
        .query(String.class).list();
    if (state.isEmpty()) {
      return Preview.Impossible.because("Không có bảng chi %s.", "There is no payroll %s.", id);
    }
    if (!state.get(0).equals("PLANNED")) {
      return Preview.Impossible.because("Bảng chi đang ở trạng thái %s, không chờ duyệt.",
          "The payroll is in state %s and waits for no approval.", state.get(0));
    }
    int payments = jdbc.sql(COUNT_UNRELEASED).param("payroll", id).query(Integer.class).single();
    long dong = plans.unreleased(id).totalVnd();
    if (dong <= plans.approvedVnd(id)) {
      return Preview.Impossible.because("Bảng chi đã được duyệt; hệ thống đọc lại dữ liệu người hưởng rồi cho chi.",
          "The payroll is approved; the hub reads the beneficiaries again and releases it.");
    }
    return new Preview.Possible(payments, dong, Word.of("Bảng chi %s: %s khoản, %s đồng.", "Payroll %s: %s payouts, %s dong.", id, payments,
        dong));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    plans.approveRelease(id, plans.unreleased(id).totalVnd());
    outbox.put(Destination.RELEASE_PAYROLL, id, id);
  }
}
