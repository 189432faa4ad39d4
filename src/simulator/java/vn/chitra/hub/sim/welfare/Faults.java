package vn.chitra.hub.sim.welfare;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Puts one fault into an ordinary line. */
final class Faults {

  /** Names that do something where text is taken for more than text. */
  static final List<String> HOSTILE_NAMES = List.of("=cmd|'/C calc'!A0", "<script>alert('Đào')</script>",
      "Đỗ; \"Văn\" | 'Đức', An\\", "Nguyễn Thị Dài ".repeat(24) + "Hết", "Bùi Văn 😀🏠 Vui");

  private final YearMonth month;

  Faults(YearMonth month) {
    this.month = month;
  }

  void spoil(Line line, Fault fault) {
    switch (fault) {
      case DUPLICATE_IN_PAYROLL, DUPLICATE_IN_TWO -> { }
      case CARRY_OVER_UNFOUNDED -> line.kind = "CARRY_OVER";
      case AMOUNT_ZERO -> line.amount = 0;
      case AMOUNT_NEGATIVE -> line.amount = -line.amount;
      case BIRTH_DATE_NO_DAY -> line.birthDate = "1950-02-30";
      case BIRTH_DATE_OTHER_FORM -> line.birthDate = "30/04/1951";
      case CONTROL_CHARACTER -> line.name = "Nguyễn\u0007Văn Đức";
      case TCVN3_NAME -> line.name = "NguyÔn V¨n §øc";
      case VNI_NAME -> line.name = "Nguyeãn Vaên Ñöùc";
      case NAME_NOT_NFC -> line.name = Normalizer.normalize(line.name, Normalizer.Form.NFD);
      case PROGRAMME_DIFFERS -> line.programme = line.programme.equals("NCC") ? "BTXH" : "NCC";
      case PERSONAL_NO_LOST_ZERO -> line.personalNo = "25153001234";
      case SEX_AT_ODDS -> line.personalNo = line.male ? "025153001234" : "025053001234";
      case ACCOUNT_MALFORMED -> onlyAccount(line, "1.23E+12");
      case CARD_NUMBER -> onlyAccount(line, "9704051234567890");
      case TWO_ACCOUNTS_OF_ONE_DAY -> twoAccounts(line);
      case AUTHORISATION_EXPIRED -> expiredPaper(line);
      default -> {
        if (fault.isHostile()) {
          spoilText(line, fault);
        } else {
          spoilTime(line, fault);
        }
      }
    }
  }

  private static void spoilText(Line line, Fault fault) {
    switch (fault) {
      case NAME_FORMULA -> line.name = HOSTILE_NAMES.get(0);
      case NAME_HTML -> line.name = HOSTILE_NAMES.get(1);
      case NAME_SEPARATORS -> line.name = HOSTILE_NAMES.get(2);
      case NAME_ENDLESS -> line.name = HOSTILE_NAMES.get(3);
      case NAME_EMOJI -> line.name = HOSTILE_NAMES.get(4);
      case NAME_RIGHT_TO_LEFT -> line.name = "Nguyễn \u202eVăn\u202c An";
      case ADDRESS_RIGHT_TO_LEFT -> line.address = "Khu \u202e7\u202c \u200f<i>@SUM(A1)</i>";
      default -> throw new IllegalStateException("no way to spoil by " + fault);
    }
    line.payeeName = line.relation.equals("SELF") ? line.name : line.payeeName;
    line.accounts.clear();
    line.paperFrom = null;
  }

  private void spoilTime(Line line, Fault fault) {
    switch (fault) {
      case DEAD_BEFORE -> status(line, "DECEASED", month.minusMonths(2).atDay(12));
      case SUSPENDED_BEFORE -> status(line, "SUSPENDED", month.minusMonths(2).atDay(10));
      case STOPPED_WITHOUT_DATE -> status(line, "STOPPED", null);
      case ENTITLEMENT_OVER -> line.validTo = month.minusMonths(3).atEndOfMonth();
      case MONTHS_REVERSED -> arrears(line, month.minusMonths(1).toString(), month.minusMonths(4).toString());
      case MONTH_MALFORMED -> arrears(line, month.getYear() + "-13", month.getYear() + "-13");
      case MONTH_OUTSIDE_PERIOD -> {
        line.forFrom = month.plusMonths(1).toString();
        line.forTo = line.forFrom;
      }
      case FUNERAL_WITHOUT_DEATH -> line.kind = "FUNERAL";
      case MOVED_AMID_ARREARS -> {
        status(line, "MOVED", month.minusMonths(3).atDay(15));
        arrears(line, month.minusMonths(4).toString(), month.minusMonths(1).toString());
      }
      case ONE_OFF_AFTER_DEATH -> {
        line.kind = "ONE_OFF";
        status(line, "DECEASED", month.minusMonths(2).atDay(3));
      }
      case DEAD_IN_THE_MONTH -> {
        status(line, "DECEASED", month.minusMonths(1).atDay(5));
        arrears(line, month.minusMonths(1).toString(), month.minusMonths(1).toString());
        line.relation = "RELATIVE";
        line.accounts.clear();
      }
      default -> throw new IllegalStateException("no way to spoil by " + fault);
    }
  }

  private static void status(Line line, String status, @org.jspecify.annotations.Nullable LocalDate on) {
    line.lifeStatus = status;
    line.lifeStatusOn = on;
  }

  private static void arrears(Line line, String from, String to) {
    line.kind = "ARREARS";
    line.forFrom = from;
    line.forTo = to;
  }

  /** So that it would be paid there: no other account, and the person does transact by transfer. */
  private void onlyAccount(Line line, String number) {
    line.noTransfer = false;
    line.accounts.clear();
    line.accounts.add(new Line.Account("970405", number, Names.asBanksHoldIt(line.payeeName), month.minusMonths(5).atDay(4)));
  }

  private void twoAccounts(Line line) {
    onlyAccount(line, "2700205001111");
    line.accounts.add(new Line.Account("970436", "0011002233445", Names.asBanksHoldIt(line.payeeName), month.minusMonths(5).atDay(4)));
  }

  private void expiredPaper(Line line) {
    line.accounts.clear();
    line.paperFrom = month.minusMonths(14).atDay(1);
    line.paperTo = month.minusMonths(3).atDay(1);
    line.paperReceiver = "Đinh Thị Đào";
  }
}
