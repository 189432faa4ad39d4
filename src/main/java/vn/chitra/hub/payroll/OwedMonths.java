package vn.chitra.hub.payroll;

import static vn.chitra.hub.payroll.LineDecision.ACCEPTED;
import static vn.chitra.hub.payroll.LineDecision.held;
import static vn.chitra.hub.payroll.LineDecision.refused;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

/**
 * Computes which months of a monthly line are still owed (Decree 20/2021 art. 8). The month of a death, a move, a stop, or of either end of
 * the entitlement is owed; later months, and months before the entitlement, are not. Two causes count together: when no month is left the
 * line is refused, when some are left it is held.
 */
final class OwedMonths {

  private OwedMonths() {}

  static LineDecision monthsAreOwed(PayrollLine line, CheckContext context) {
    return ofKind(line, context.kindOf(line));
  }

  /** @param kind whose rules the line obeys */
  static LineDecision ofKind(PayrollLine line, LineKind kind) {
    if (!kind.isMonthly()) {
      return ACCEPTED;
    }
    MonthRange months = line.checkedMonths();
    Optional<MonthRange> entitled = entitled(line, months);
    Optional<MonthRange> owed = entitled.flatMap(range -> range.within(range.from(), line.beneficiary().lastMonth()));
    if (owed.isEmpty()) {
      return refused(causeOfNone(line, months, entitled),
          "Tháng " + months.spoken() + " không được hưởng: " + causes(line, months) + ".");
    }
    return owed.get().equals(months) ? ACCEPTED : held(HoldReason.SOME_MONTHS_NOT_OWED,
        spokenAround(months, owed.get()) + " không được hưởng: " + causes(line, months) + "; chỉ còn " + spoken(owed.get()) + ".");
  }

  /** {@code đã mất}, {@code đã chuyển đi}, … */
  static String spoken(LifeStatus status) {
    return switch (status) {
      case ACTIVE -> "đang hưởng";
      case DECEASED -> "đã mất";
      case MOVED -> "đã chuyển đi nơi khác";
      case SUSPENDED -> "đang tạm dừng hưởng";
      case STOPPED -> "đã thôi hưởng";
    };
  }

  private static Optional<MonthRange> entitled(PayrollLine line, MonthRange months) {
    var validTo = line.entitlement().validTo();
    return months.within(YearMonth.from(line.entitlement().validFrom()), validTo == null ? null : YearMonth.from(validTo));
  }

  /** The status where it alone, or only together with the entitlement's ends, leaves no month; else the entitlement. */
  private static RefusalReason causeOfNone(PayrollLine line, MonthRange months, Optional<MonthRange> entitled) {
    YearMonth last = line.beneficiary().lastMonth();
    boolean statusLeavesNone = last != null && last.isBefore(months.from());
    return entitled.isEmpty() && !statusLeavesNone ? RefusalReason.NOT_ENTITLED
        : RefusalReason.valueOf(line.beneficiary().lifeStatus().name());
  }

  private static String causes(PayrollLine line, MonthRange months) {
    List<String> causes = new ArrayList<>();
    YearMonth last = line.beneficiary().lastMonth();
    if (endsBefore(last, months)) {
      causes.add("người hưởng " + spoken(line.beneficiary().lifeStatus()) + " từ tháng " + MonthRange.spoken(last));
    }
    YearMonth begins = YearMonth.from(line.entitlement().validFrom());
    if (begins.isAfter(months.from())) {
      causes.add("chế độ có hiệu lực từ tháng " + MonthRange.spoken(begins));
    }
    var validTo = line.entitlement().validTo();
    YearMonth ends = validTo == null ? null : YearMonth.from(validTo);
    if (endsBefore(ends, months)) {
      causes.add("chế độ hết hiệu lực tháng " + MonthRange.spoken(ends));
    }
    return String.join(", ", causes);
  }

  private static boolean endsBefore(@Nullable YearMonth last, MonthRange months) {
    return last != null && last.isBefore(months.to());
  }

  private static String spokenAround(MonthRange months, MonthRange owed) {
    List<String> around = new ArrayList<>();
    if (months.from().isBefore(owed.from())) {
      around.add(spoken(new MonthRange(months.from(), owed.from().minusMonths(1))));
    }
    if (months.to().isAfter(owed.to())) {
      around.add(spoken(new MonthRange(owed.to().plusMonths(1), months.to())));
    }
    String text = String.join(" và ", around);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String spoken(MonthRange months) {
    return "tháng " + months.spoken();
  }
}
