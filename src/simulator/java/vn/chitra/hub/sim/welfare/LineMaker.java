package vn.chitra.hub.sim.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.chitra.hub.sim.Decisions;

/** Makes ordinary lines: typical people, entitlements, payees, accounts, papers and amounts of the province. */
final class LineMaker {

  private static final String[] BINS = {"970405", "970405", "970405", "970405", "970405", "970405", "970436", "970436", "970418", "970418",
      "970415", "970415", "970422", "970449", "970407", "970432", "970403", "970443", "970423", "970416"};
  private static final String[] SMALL_BINS = {"970438", "970427", "970452", "970433"};
  private static final long[] NCC = {1_515_000, 2_055_000, 2_188_000, 2_789_000, 2_789_000, 3_650_000, 4_891_000, 5_702_000, 8_922_000};
  private static final long[] BTXH = {500_000, 750_000, 750_000, 1_000_000, 1_000_000, 1_250_000, 1_500_000};

  private final Decisions decisions;
  private final Names names;
  private final YearMonth month;
  private int people;
  private int entitlements;

  /** @param first people and entitlements are numbered after it */
  LineMaker(Decisions decisions, YearMonth month, int first) {
    this.decisions = decisions;
    this.names = new Names(decisions);
    this.month = month;
    this.people = first;
    this.entitlements = first;
  }

  Line line(String programme, String communeName) {
    int whose = ++people;
    Line line = new Line();
    line.beneficiaryId = String.format("DT%09d", whose);
    person(line, programme, communeName, whose);
    entitlement(line, programme, whose);
    if (decisions.perMille(720, "has account", whose)) {
      account(line, whose);
    }
    if (line.accounts.isEmpty() && decisions.perMille(200, "paper", whose)) {
      line.paperFrom = month.atDay(1).minusDays(60 + decisions.below(200, "paper from", whose));
      line.paperTo = line.paperFrom.plusMonths(11);
      line.paperReceiver = names.full(whose % 2 == 0, "receiver " + whose);
    }
    occasion(line, whose);
    return line;
  }

  /** A second line for the person of an ordinary one: another allowance of a meritorious person, or arrears. */
  Line second(Line first) {
    Line line = first.repeated();
    if (first.programme.equals("NCC") && decisions.perMille(500, "second allowance", first.entitlementId)) {
      int whose = ++people;
      line.newEntitlement = true;
      line.name = first.name;
      line.personalNo = first.personalNo;
      entitlement(line, "NCC", whose);
      line.payeeName = first.payeeName;
      line.payeeNo = first.payeeNo;
      line.relation = first.relation;
      line.accounts.addAll(first.accounts);
      line.forFrom = month.toString();
      line.forTo = month.toString();
    } else {
      line.kind = "ARREARS";
      line.forFrom = month.minusMonths(2).toString();
      line.forTo = month.minusMonths(1).toString();
      line.amount = 2 * first.amount;
    }
    return line;
  }

  private void person(Line line, String programme, String communeName, int whose) {
    line.male = decisions.perMille(430, "male", whose);
    line.name = names.full(line.male, whose);
    int year = switch (programme) {
      case "NCC" -> 1935 + decisions.below(31, "year", whose);
      case "HTXH" -> 1938 + decisions.below(13, "year", whose);
      default -> decisions.perMille(250, "child", whose) ? 2012 + decisions.below(13, "year", whose)
          : 1945 + decisions.below(60, "year", whose);
    };
    String fullDate = LocalDate.of(year, 1, 1).plusDays(decisions.below(365, "day", whose)).toString();
    int form = decisions.below(100, "birth form", whose);
    line.birthDate = form < 65 ? fullDate : form < 75 ? fullDate.substring(0, 7) : form < 95 ? fullDate.substring(0, 4) : null;
    line.personalNo = decisions.perMille(30, "no number", whose) ? null : personalNo(year, line.male, whose);
    line.address = names.address(communeName, whose);
    if (decisions.perMille(180, "special", whose)) {
      line.circumstance = decisions.oneOf("circumstance", whose, "ILL", "FRAIL", "FRAIL", "IMMOBILE", "OTHER");
      line.cashPlace = decisions.perMille(700, "home", whose) ? "HOME" : "COUNTER";
      line.noTransfer = !programme.equals("NCC") && decisions.perMille(500, "no transfer", whose);
    }
    line.phone = decisions.perMille(600, "phone", whose)
        ? "09" + String.format("%08d", decisions.below(100_000_000, "digits", whose)) : null;
  }

  private String personalNo(int year, boolean male, int whose) {
    int century = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
    return decisions.oneOf("birth province", whose, "025", "025", "026", "017") + century + String.format("%02d", year % 100)
        + String.format("%06d", (whose * 7919L + 104_729) % 1_000_000);
  }

  private void entitlement(Line line, String programme, int whose) {
    line.entitlementId = String.format("QH%09d", ++entitlements);
    line.programme = programme;
    line.benefitCode = programme + "-" + (10 + decisions.below(40, "benefit", whose));
    line.validFrom = LocalDate.of(2012 + decisions.below(13, "since", whose), 1 + decisions.below(12, "since month", whose), 1);
    line.payeeName = line.name;
    line.payeeNo = line.personalNo;
    boolean child = line.birthDate != null && line.birthDate.compareTo("2011") > 0;
    if (child || decisions.perMille(150, "other payee", whose)) {
      line.relation = child ? "GUARDIAN" : decisions.oneOf("relation", whose, "CARER", "AUTHORISED", "RELATIVE", "GUARDIAN");
      boolean male = whose % 3 == 0;
      line.payeeName = names.full(male, "payee " + whose);
      line.payeeNo = personalNo(1960 + decisions.below(35, "payee year", whose), male, whose + 500_000);
    }
    line.forFrom = month.toString();
    line.forTo = month.toString();
    line.amount = switch (programme) {
      case "NCC" -> NCC[decisions.below(NCC.length, "amount", whose)];
      case "BTXH" -> BTXH[decisions.below(BTXH.length, "amount", whose)];
      default -> 500_000;
    };
  }

  /** One in ten accounts came after the cut-off and waits for the next payroll. */
  private void account(Line line, int whose) {
    boolean late = decisions.perMille(80, "late account", whose);
    LocalDate since = late ? month.minusMonths(1).atDay(16) : month.minusMonths(2).atDay(1).minusDays(decisions.below(900, "days", whose));
    String bin = decisions.perMille(15, "small bank", whose) ? decisions.oneOf("small bin", whose, SMALL_BINS)
        : decisions.oneOf("bin", whose, BINS);
    line.accounts.add(new Line.Account(bin, accountNo(whose), Names.asBanksHoldIt(line.payeeName), since));
  }

  private String accountNo(int whose) {
    int length = 8 + decisions.below(7, "account length", whose);
    String zeros = decisions.perMille(120, "leading zeros", whose) ? "00" : "1";
    return zeros + String.format("%013d", (whose * 48_271L + 11) % 1_000_000_000_000L).substring(13 - (length - zeros.length()));
  }

  /** Most lines are regular; a few are paid once, or after a death to whoever organised the funeral. */
  private void occasion(Line line, int whose) {
    int chance = decisions.below(1000, "occasion", whose);
    if (chance < 8) {
      line.kind = "ONE_OFF";
      line.amount = 1_500_000;
    } else if (chance < 16) {
      line.kind = "FUNERAL";
      line.amount = 10_000_000;
      line.lifeStatus = "DECEASED";
      line.lifeStatusOn = month.minusMonths(1).atDay(1 + decisions.below(14, "death", whose));
      line.relation = "FUNERAL";
      line.payeeName = names.full(true, "funeral " + whose);
      line.accounts.clear();
      line.paperFrom = null;
      line.forFrom = month.minusMonths(1).toString();
      line.forTo = line.forFrom;
    }
  }
}
