package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payroll.PayrollLine.Account;
import vn.chitra.hub.payroll.PayrollLine.Authorisation;
import vn.chitra.hub.payroll.PayrollLine.Beneficiary;
import vn.chitra.hub.payroll.PayrollLine.CarriedLine;
import vn.chitra.hub.payroll.PayrollLine.Entitlement;
import vn.chitra.hub.payroll.PayrollLine.LifeStatus;

/** A line with which nothing is wrong, and its variations. */
final class Lines {

  static final PayrollHeader NOVEMBER = new PayrollHeader("BTXH-25-04792-2026-11", "BTXH", "XA04792", "04792", "2026-11", "2026-11",
      LocalDate.of(2026, 10, 15), LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 15), 1, 500_000, null);

  private LineKind kind = LineKind.REGULAR;
  private String forFrom = "2026-11";
  private String forTo = "2026-11";
  private long amountVnd = 500_000;
  private String programme = "BTXH";
  private String payeeName = "Đỗ Thị Hường";
  private LocalDate validFrom = LocalDate.of(2020, 1, 1);
  private @Nullable LocalDate validTo;
  private @Nullable String personalNo = "025145001234";
  private String fullName = "Nguyễn Thị Đức Huyền";
  private @Nullable String birthDate = "1945-03-08";
  private @Nullable String sex = "F";
  private String communeCode = "04792";
  private LifeStatus lifeStatus = LifeStatus.ACTIVE;
  private @Nullable LocalDate lifeStatusOn;
  private @Nullable Account account = new Account("970405", "2700205123456", "DO THI HUONG", 1);
  private @Nullable Authorisation authorisation;
  private @Nullable CarriedLine carried;
  private Channel channel = Channel.BANK;
  private @Nullable String commune = "Phường Tân Hoà";
  private boolean placeServed = true;
  private PayrollHeader header = NOVEMBER;
  private @Nullable CarriedPayout payout;

  static Lines line() {
    return new Lines();
  }

  Lines kind(LineKind value) {
    kind = value;
    return this;
  }

  Lines months(String from, String to) {
    forFrom = from;
    forTo = to;
    return this;
  }

  Lines period(String from, String to) {
    header = new PayrollHeader(NOVEMBER.payrollId(), NOVEMBER.programme(), NOVEMBER.agencyCode(), NOVEMBER.communeCode(), from, to,
        NOVEMBER.accountCutoff(), NOVEMBER.payFrom(), NOVEMBER.payUntil(), 1, 500_000, null);
    return this;
  }

  Lines amount(long value) {
    amountVnd = value;
    return this;
  }

  Lines programme(String value) {
    programme = value;
    return this;
  }

  Lines payee(String value) {
    payeeName = value;
    return this;
  }

  Lines valid(String from, @Nullable String to) {
    validFrom = LocalDate.parse(from);
    validTo = to == null ? null : LocalDate.parse(to);
    return this;
  }

  Lines personalNo(@Nullable String value) {
    personalNo = value;
    return this;
  }

  Lines name(String value) {
    fullName = value;
    return this;
  }

  Lines born(@Nullable String value) {
    birthDate = value;
    return this;
  }

  Lines sex(@Nullable String value) {
    sex = value;
    return this;
  }

  Lines livesIn(String value) {
    communeCode = value;
    return this;
  }

  Lines status(LifeStatus status, @Nullable String on) {
    lifeStatus = status;
    lifeStatusOn = on == null ? null : LocalDate.parse(on);
    return this;
  }

  Lines accountNo(String value) {
    account = new Account("970405", value, "DO THI HUONG", 1);
    return this;
  }

  Lines accountName(String value) {
    account = new Account("970405", "2700205123456", value, 1);
    return this;
  }

  Lines accountsOfOneDay(int count) {
    account = new Account("970405", "2700205123456", "DO THI HUONG", count);
    return this;
  }

  Lines noAccount() {
    account = null;
    return this;
  }

  Lines authorised(String name) {
    authorisation = new Authorisation("UQ-118", name, "025071004321", LocalDate.of(2026, 11, 10));
    return this;
  }

  Lines cash() {
    channel = Channel.POST_CASH;
    return this;
  }

  Lines communeUnknown() {
    commune = null;
    return this;
  }

  Lines placeNotServed() {
    placeServed = false;
    return this;
  }

  /** A CARRY_OVER line that equals the line it names and the payout of that line. */
  Lines carrying(LineKind carriedKind) {
    kind = LineKind.CARRY_OVER;
    carried = new CarriedLine("QD-0001", forFrom, forTo, amountVnd, new LineRef("BTXH-25-04792-2026-10", 7));
    payout = new CarriedPayout(42, "QD-0001", "BTXH", carriedKind, new MonthRange(YearMonth.parse(forFrom), YearMonth.parse(forTo)),
        amountVnd, true);
    return this;
  }

  Lines naming(CarriedLine value) {
    carried = value;
    return this;
  }

  Lines revives(@Nullable CarriedPayout value) {
    payout = value;
    return this;
  }

  @Nullable CarriedPayout payout() {
    return payout;
  }

  PayrollLine build() {
    return new PayrollLine(7, kind, forFrom, forTo, amountVnd,
        new Entitlement("QD-0001", programme, payeeName, "025071004321", "CARER", validFrom, validTo),
        new Beneficiary("NH-0001", personalNo, fullName, birthDate, sex, communeCode, "Khu 3, phường Tân Hoà", "FRAIL", false, "HOME",
            lifeStatus, lifeStatusOn), account, authorisation, carried);
  }

  CheckContext context() {
    return new CheckContext(header, commune, placeServed, new ChannelChoice.Choice(channel, "có tài khoản", false), payout);
  }

  LineDecision judged() {
    return LineChecks.judge(build(), context());
  }

  /** The reason code of the refusal or hold, or {@code ACCEPTED}. */
  String decision() {
    LineDecision decision = judged();
    if (decision instanceof LineDecision.Refused refused) {
      return refused.reason().name();
    }
    return decision instanceof LineDecision.Held held ? "HELD " + held.reason() : "ACCEPTED";
  }

  String sentence() {
    LineDecision decision = judged();
    if (decision instanceof LineDecision.Refused refused) {
      return refused.sentence();
    }
    return decision instanceof LineDecision.Held held ? held.sentence() : "";
  }
}
