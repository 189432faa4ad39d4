package vn.chitra.hub.payroll;

import static vn.chitra.hub.payroll.LineDecision.ACCEPTED;
import static vn.chitra.hub.payroll.LineDecision.held;
import static vn.chitra.hub.payroll.LineDecision.refused;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

/**
 * The rules of intake for one line, in order (docs/money-rules.md, "Intake"; Decree 20/2021 art. 8, 34). The first refusal wins; a hold
 * counts only when no rule refuses. The payout key is not here: only the database can decide which line came first.
 */
final class LineChecks {

  static final List<LineCheck> ALL = List.of(
      LineChecks::communeMeansAPlace,
      LineChecks::periodIsAPeriod,
      LineChecks::amountIsPositive,
      LineChecks::monthsAreMonths,
      LineChecks::birthDateIsADay,
      LineChecks::namesAreReadable,
      LineChecks::programmeFits,
      LineChecks::monthsLieInPeriod,
      CarryChecks::equalsTheLineItNames,
      CarryChecks::payoutWaits,
      LineChecks::funeralFollowsADeath,
      LineChecks::statusHasADate,
      OwedMonths::monthsAreOwed,
      LineChecks::oneOffIsForTheLiving,
      LineChecks::accountIsClear,
      LineChecks::accountIsAnAccount,
      LineChecks::placeIsServed);

  private LineChecks() {}

  static LineDecision judge(PayrollLine line, CheckContext context) {
    LineDecision decision = ACCEPTED;
    for (LineCheck check : ALL) {
      LineDecision next = check.check(line, context);
      if (next instanceof LineDecision.Refused) {
        return next;
      }
      if (decision == ACCEPTED) {
        decision = next;
      }
    }
    return decision;
  }

  static LineDecision communeMeansAPlace(PayrollLine line, CheckContext context) {
    PayrollHeader payroll = context.payroll();
    return context.communeKnown() ? ACCEPTED : refused(RefusalReason.COMMUNE_UNKNOWN,
        "Mã xã " + payroll.communeCode() + " của bảng không có hoặc không còn hiệu lực vào ngày bắt đầu chi " + payroll.payFrom() + ".");
  }

  static LineDecision periodIsAPeriod(PayrollLine line, CheckContext context) {
    return context.payroll().period().isPresent() ? ACCEPTED : refused(RefusalReason.PERIOD_MALFORMED,
        "Kỳ trên đầu bảng không phải là tháng, hoặc tháng đầu sau tháng cuối.");
  }

  static LineDecision amountIsPositive(PayrollLine line, CheckContext context) {
    return line.amountVnd() > 0 ? ACCEPTED : refused(RefusalReason.AMOUNT_NOT_POSITIVE,
        "Số tiền phải lớn hơn 0 đồng; dòng ghi " + line.amountVnd() + " đồng.");
  }

  static LineDecision monthsAreMonths(PayrollLine line, CheckContext context) {
    return line.months().isPresent() ? ACCEPTED : refused(RefusalReason.MONTHS_MALFORMED,
        "Tháng hưởng «" + line.forFrom() + "» đến «" + line.forTo() + "» không phải là tháng, hoặc tháng đầu sau tháng cuối.");
  }

  static LineDecision birthDateIsADay(PayrollLine line, CheckContext context) {
    return BirthDate.isUsable(line.beneficiary().birthDate()) ? ACCEPTED : refused(RefusalReason.BIRTH_DATE_MALFORMED,
        "Ngày sinh của người hưởng không đúng dạng năm, năm-tháng hoặc năm-tháng-ngày, hoặc không có ngày ấy.");
  }

  static LineDecision namesAreReadable(PayrollLine line, CheckContext context) {
    return unreadable("Họ tên người hưởng", line.beneficiary().fullName())
        .or(() -> unreadable("Họ tên người nhận", line.entitlement().payeeName()))
        .or(() -> malformed("Tên trên tài khoản", context.paysToAccount() ? accountName(line) : null, NameText::accountFlaw))
        .or(() -> unreadable("Họ tên người được uỷ quyền", context.paysToAccount() ? null : authorisedName(line)))
        .orElse(ACCEPTED);
  }

  static LineDecision programmeFits(PayrollLine line, CheckContext context) {
    String ofPayroll = context.payroll().programme();
    String ofEntitlement = line.entitlement().programme();
    return ofPayroll.equals(ofEntitlement) ? ACCEPTED : refused(RefusalReason.PROGRAMME_DIFFERS,
        "Chế độ thuộc chương trình " + ofEntitlement + ", bảng thuộc chương trình " + ofPayroll + ".");
  }

  static LineDecision monthsLieInPeriod(PayrollLine line, CheckContext context) {
    MonthRange months = line.checkedMonths();
    MonthRange period = context.payroll().period().orElseThrow();
    return line.kind() != LineKind.REGULAR || period.contains(months) ? ACCEPTED : refused(RefusalReason.OUTSIDE_PERIOD,
        "Tháng " + months.spoken() + " nằm ngoài kỳ " + period.spoken() + " của bảng.");
  }

  static LineDecision funeralFollowsADeath(PayrollLine line, CheckContext context) {
    return funeralAfterADeath(line, context.kindOf(line));
  }

  static LineDecision funeralAfterADeath(PayrollLine line, LineKind kind) {
    return kind != LineKind.FUNERAL || line.beneficiary().lifeStatus() == LifeStatus.DECEASED ? ACCEPTED
        : refused(RefusalReason.NO_DEATH, "Mai táng phí tháng " + line.checkedMonths().spoken()
            + " nhưng cơ sở dữ liệu không ghi người hưởng đã mất.");
  }

  static LineDecision statusHasADate(PayrollLine line, CheckContext context) {
    return statusIsDated(line);
  }

  static LineDecision statusIsDated(PayrollLine line) {
    LifeStatus status = line.beneficiary().lifeStatus();
    return status == LifeStatus.ACTIVE || line.beneficiary().lifeStatusOn() != null ? ACCEPTED
        : held(HoldReason.STATUS_WITHOUT_DATE, "Người hưởng " + OwedMonths.spoken(status)
            + " nhưng không ghi từ ngày nào; chưa rõ tháng " + line.checkedMonths().spoken() + " còn được hưởng hay không.");
  }

  static LineDecision oneOffIsForTheLiving(PayrollLine line, CheckContext context) {
    return oneOffForTheLiving(line, context.kindOf(line));
  }

  static LineDecision oneOffForTheLiving(PayrollLine line, LineKind kind) {
    boolean dead = line.beneficiary().lifeStatus() == LifeStatus.DECEASED;
    var died = line.beneficiary().lastMonth();
    return kind == LineKind.ONE_OFF && dead && died != null && died.isBefore(line.checkedMonths().from())
        ? held(HoldReason.DEAD_ONE_OFF, "Khoản chi một lần của tháng " + line.checkedMonths().spoken()
            + " nhưng người hưởng đã mất tháng " + MonthRange.spoken(died) + ".")
        : ACCEPTED;
  }

  static LineDecision accountIsClear(PayrollLine line, CheckContext context) {
    var account = line.account();
    return context.paysToAccount() && account != null && account.sameDay() > 1
        ? held(HoldReason.TWO_ACCOUNTS, "Có " + account.sameDay()
            + " tài khoản đăng ký cùng một ngày mới nhất; chưa rõ chi vào tài khoản nào.")
        : ACCEPTED;
  }

  static LineDecision accountIsAnAccount(PayrollLine line, CheckContext context) {
    var account = line.account();
    if (!context.paysToAccount() || account == null || account.sameDay() > 1) {
      return ACCEPTED;
    }
    if (AccountForm.isCard(account.accountNo())) {
      return refused(RefusalReason.CARD_NUMBER, "Số tài khoản có dạng số thẻ; cần số tài khoản của thẻ ấy.");
    }
    return AccountForm.isAccount(account.accountNo()) ? ACCEPTED
        : refused(RefusalReason.ACCOUNT_MALFORMED, "Số tài khoản không phải là 6 đến 19 chữ số.");
  }

  static LineDecision placeIsServed(PayrollLine line, CheckContext context) {
    return context.paysToAccount() || context.placeServed() ? ACCEPTED : held(HoldReason.NO_PLACE,
        (context.communeKnown() ? context.commune() + " (" + context.payroll().communeCode() + ")"
            : "Xã " + context.payroll().communeCode()) + " chưa có bưu cục hoặc nơi chi tiền mặt trong danh mục.");
  }

  private static Optional<LineDecision> unreadable(String whose, @Nullable String name) {
    return malformed(whose, name, NameText::flaw);
  }

  private static Optional<LineDecision> malformed(String whose, @Nullable String name, Function<String, Optional<String>> rule) {
    return Optional.ofNullable(name).flatMap(rule)
        .map(flaw -> refused(RefusalReason.NAME_MALFORMED, whose + " " + flaw + "."));
  }

  private static @Nullable String accountName(PayrollLine line) {
    return line.account() == null || line.account().sameDay() > 1 ? null : line.account().accountName();
  }

  private static @Nullable String authorisedName(PayrollLine line) {
    return line.authorisation() == null ? null : line.authorisation().receiverName();
  }
}
