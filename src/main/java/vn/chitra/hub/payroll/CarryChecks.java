package vn.chitra.hub.payroll;

import static vn.chitra.hub.payroll.LineDecision.ACCEPTED;
import static vn.chitra.hub.payroll.LineDecision.refused;

/** Checks of a CARRY_OVER line. Such a line makes no new payout: it revives the payout of the line it names, if both lines agree. */
final class CarryChecks {

  private CarryChecks() {}

  static LineDecision equalsTheLineItNames(PayrollLine line, CheckContext context) {
    var named = line.carried();
    if (line.kind() != LineKind.CARRY_OVER) {
      return ACCEPTED;
    }
    if (named == null || !named.entitlementId().equals(line.entitlement().id())) {
      return notCarried(line, "dòng được nêu là của chế độ khác");
    }
    if (!named.forFrom().equals(line.forFrom()) || !named.forTo().equals(line.forTo())) {
      return notCarried(line, "dòng được nêu là của tháng khác");
    }
    return named.amountVnd() == line.amountVnd() ? ACCEPTED : amountDiffers(line, named.amountVnd());
  }

  static LineDecision payoutWaits(PayrollLine line, CheckContext context) {
    var payout = context.carried();
    if (line.kind() != LineKind.CARRY_OVER) {
      return ACCEPTED;
    }
    if (payout == null) {
      return notCarried(line, "dòng được nêu chưa từng thành khoản chi");
    }
    if (!payout.waiting()) {
      return notCarried(line, "khoản chi của dòng được nêu không ở trạng thái chuyển sang kỳ sau");
    }
    if (!payout.programme().equals(context.payroll().programme()) || !payout.entitlementId().equals(line.entitlement().id())
        || !payout.months().equals(line.checkedMonths())) {
      return notCarried(line, "khoản chi của dòng được nêu thuộc chương trình, chế độ hoặc tháng khác");
    }
    return payout.amountVnd() == line.amountVnd() ? ACCEPTED : amountDiffers(line, payout.amountVnd());
  }

  private static LineDecision notCarried(PayrollLine line, String why) {
    return refused(RefusalReason.NOT_CARRIED, "Không chuyển tiếp được tháng " + line.checkedMonths().spoken() + ": " + why + ".");
  }

  private static LineDecision amountDiffers(PayrollLine line, long carried) {
    return refused(RefusalReason.AMOUNT_DIFFERS, "Chuyển tiếp tháng " + line.checkedMonths().spoken() + ": dòng ghi "
        + line.amountVnd() + " đồng, khoản chưa chi là " + carried + " đồng.");
  }
}
