package vn.chitra.hub.sim.bank;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.FilePartner;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.PartnerSide.Arrival;
import vn.chitra.hub.sim.PartnerSide.Step;

/**
 * A bank that takes files, in any dialect: acknowledges within minutes, moves the money on the value date at 10:00, reports at 14:00 and on
 * the next banking day, and sends the funding account's statement every banking day at 17:45.
 */
public final class BankSimulator extends FilePartner {

  private static final String IN = "in";
  private static final String OUT = "out";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final BankDialect dialect;
  private final Settings settings;
  private final Decisions decisions;
  private final BusinessDays days;
  private final BankOrders orders;
  private final BankLedger ledger;
  private final LateWords lateWords;
  private final OpeningDesk openings;

  /**
   * @param bins banks that this one can pay to
   * @param script seq of the hub's file → what is done to it beside the ordinary
   * @param opened first day of the funding account's statements
   * @param lateWords something is said of a month's payments when the month is over
   */
  public record Settings(String fundingAccount, Set<String> bins, Map<Integer, Set<BankAction>> script, LocalDate opened,
      boolean lateWords) {

    /** Without late words. */
    public Settings(String fundingAccount, Set<String> bins, Map<Integer, Set<BankAction>> script, LocalDate opened) {
      this(fundingAccount, bins, script, opened, false);
    }
  }

  BankSimulator(PartnerSide side, BankDialect dialect, Settings settings, Decisions decisions, BusinessDays days) {
    super(side);
    this.dialect = dialect;
    this.settings = settings;
    this.decisions = decisions;
    this.days = days;
    this.orders = new BankOrders(side.partner(), side.book().jdbc(), decisions);
    this.ledger = new BankLedger(side.partner(), settings.fundingAccount(), side.book().jdbc());
    this.lateWords = new LateWords(side, orders, ledger);
    this.openings = new OpeningDesk(side, decisions, days, IN, OUT);
    side.plan("", 0, "STATEMENT", BusinessDays.at(days.bankingDayFrom(settings.opened()), 17, 45));
    if (settings.lateWords()) {
      planLateWords(settings.opened());
    }
  }

  @Override
  protected List<Folder> folders() {
    return List.of(new Folder("", IN, OUT));
  }

  @Override
  protected void take(Arrival arrival, Instant now) {
    if (openings.isMeant(arrival.name())) {
      openings.take(arrival, now);
      return;
    }
    if (!dialect.isPayment(arrival.name())) {
      side.violation(arrival.name(), "a name that the contract does not know", now);
      side.enter(arrival, 0, 0, 0, null, false, now);
      return;
    }
    PaymentFile file = dialect.read(settings.bins(), arrival.name(), arrival.bytes());
    var existing = side.existing("", file.seq());
    if (existing.isPresent()) {
      takeAgain(arrival, file, existing.get(), now);
    } else if (!file.complaints().isEmpty()) {
      file.complaints().stream().limit(20).forEach(complaint -> side.violation(arrival.name(), complaint, now));
      refuse(arrival, file, file.code(), now);
    } else {
      takeNew(arrival, file, now);
    }
  }

  private void takeNew(Arrival arrival, PaymentFile file, Instant now) {
    LocalDate today = BusinessDays.day(now);
    boolean first = arrival.before() == null;
    if (first && (!days.isBankingDay(file.valueDate()) || file.valueDate().isBefore(today))) {
      side.violation(arrival.name(), "the value date is no banking day from today on", now);
    }
    if (does(file.seq(), BankAction.REFUSE_F2) || does(file.seq(), BankAction.REFUSE_F3)) {
      refuse(arrival, file, does(file.seq(), BankAction.REFUSE_F2) ? "F2" : "F3", now);
    } else if (does(file.seq(), BankAction.NO_FUNDS) && first) {
      refuse(arrival, file, "F4", now);
      side.plan("", file.seq(), "FUND", BusinessDays.at(days.bankingDayAfter(today), 9, 30));
    } else {
      accept(arrival, file, now);
    }
  }

  private void accept(Arrival arrival, PaymentFile file, Instant now) {
    side.enter(arrival, file.seq(), file.count(), file.total(), file.valueDate(), true, now);
    orders.enter(file);
    for (String id : orders.idsThatStandAlready(file.seq())) {
      side.violation(arrival.name(), "endToEndId stands in an older file already: " + id, now);
    }
    if (does(file.seq(), BankAction.SILENT)) {
      return;
    }
    Instant soon = now.plus(Duration.ofMinutes(2 + decisions.below(8, "ack", arrival.name())));
    Instant valueTime = BusinessDays.at(days.bankingDayFrom(file.valueDate()), 10, 0);
    Instant execution = valueTime.isAfter(soon) ? valueTime : soon.plus(Duration.ofMinutes(10));
    side.plan("", file.seq(), "ACK", does(file.seq(), BankAction.RESULT_BEFORE_ACK) ? execution.plus(Duration.ofHours(5)) : soon);
    side.plan("", file.seq(), "EXECUTE", execution);
    side.plan("", file.seq(), "CLEAR", execution.plus(Duration.ofHours(24)));
  }

  private void refuse(Arrival arrival, PaymentFile file, String code, Instant now) {
    side.enter(arrival, file.seq(), file.count(), file.total(), file.valueDate(), false, now);
    side.plan("", file.seq(), "REFUSE_" + code, now.plus(Duration.ofMinutes(5)));
  }

  private void takeAgain(Arrival arrival, PaymentFile file, PartnerSide.Received existing, Instant now) {
    if (!existing.sha256().equals(arrival.sha256())) {
      side.violation(arrival.name(), "seq " + file.seq() + " stands with other bytes", now);
    }
    if (arrival.before() == null) {
      side.enter(arrival, file.seq(), file.count(), file.total(), file.valueDate(), false, now);
    }
    say(new BankDialect.Acknowledgement(arrival.name(), file.seq(), existing.sha256(), false, "F1", "SO LO DA CO", now), now);
    side.moveAway("", IN, arrival.name());
  }

  @Override
  protected void perform(Step step) {
    if (openings.performs(step)) {
      openings.perform(step);
      return;
    }
    switch (step.name()) {
      case "STATEMENT" -> state(step);
      case "ACK" -> say(new BankDialect.Acknowledgement(fileName(step.seq(), true), step.seq(), sha256(step.seq(), true), true, "00",
          "DA NHAN", step.dueAt()), step.dueAt());
      case "REFUSE_F2", "REFUSE_F3", "REFUSE_F4" -> performRefusal(step);
      case "FUND" -> ledger.book(BusinessDays.day(step.dueAt()), 'C', dialect.funding(total(step.seq())), "NCAPTIEN" + step.seq(), "NT"
          + step.seq(), "KHO BAC CHUYEN TIEN");
      case "EXECUTE" -> execute(step);
      case "RESOLVE" -> resolve(step);
      case "PART_1" -> report(step, 1);
      case "PART_2" -> report(step, 2);
      case "COME_BACK" -> comeBack(step);
      case LateWords.STEP -> sayLateWords(step);
      case "CLEAR" -> side.moveAway("", IN, fileName(step.seq(), true));
      default -> throw new IllegalStateException("unknown step " + step);
    }
  }

  private void state(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    show(dialect.statement(ledger.close(day)), step.dueAt());
    side.plan("", 0, "STATEMENT", BusinessDays.at(days.bankingDayAfter(day), 17, 45));
  }

  private void performRefusal(Step step) {
    String name = fileName(step.seq(), false);
    String code = step.name().substring("REFUSE_".length());
    side.moveAway("", IN, name);
    say(new BankDialect.Acknowledgement(name, step.seq(), sha256(step.seq(), false), false, code, "TU CHOI CA TEP",
        step.dueAt()), step.dueAt());
  }

  /** Says it under the first name that is free; some dialects have no word for a file that is taken. */
  private void say(BankDialect.Acknowledgement acknowledgement, Instant now) {
    int number = 1;
    while (side.answered(OUT, dialect.acknowledgementName(acknowledgement, number))) {
      number++;
    }
    String name = dialect.acknowledgementName(acknowledgement, number);
    dialect.acknowledgement(acknowledgement).ifPresent(content -> side.reply(OUT, name, content, now));
  }

  private void show(BankDialect.Reply reply, Instant now) {
    side.reply(OUT, reply.name(), reply.content(), now);
  }

  private void execute(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    if (!does(step.seq(), BankAction.NO_FUNDS)) {
      ledger.book(day, 'C', dialect.funding(total(step.seq())), "NCAPTIEN" + step.seq(), "NT" + step.seq(), "KHO BAC CHUYEN TIEN");
    }
    debit(step.seq(), day, orders.execute(step.seq(), day));
    orders.nameInFirstPart(step.seq());
    LocalDate next = days.bankingDayAfter(day);
    boolean more = orders.of(step.seq()).stream().anyMatch(row -> row.firstCode().isEmpty() || row.code().equals(BankOrders.IN_PROGRESS));
    if (more) {
      side.plan("", step.seq(), "RESOLVE", BusinessDays.at(next, 10, 0));
      side.plan("", step.seq(), "PART_2", BusinessDays.at(next, 10, 30));
    }
    boolean late = more && does(step.seq(), BankAction.PARTS_OUT_OF_ORDER);
    side.plan("", step.seq(), "PART_1", late ? BusinessDays.at(next, 15, 0) : step.dueAt().plus(Duration.ofHours(4)));
    if (does(step.seq(), BankAction.RETURN_SOME)) {
      side.plan("", step.seq(), "COME_BACK", BusinessDays.at(days.bankingDayAfter(days.bankingDayAfter(next)), 11, 0));
    }
  }

  private void resolve(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    debit(step.seq(), day, orders.resolve(step.seq(), day));
  }

  private void debit(int seq, LocalDate day, long amount) {
    ledger.debit(day, amount, "F" + seq, "DB" + day.format(DAY) + seq, orders.creditedOn(seq, day));
  }

  private void report(Step step, int part) {
    List<BankOrders.Row> all = orders.of(step.seq());
    boolean complete = all.stream().noneMatch(row -> row.firstCode().isEmpty() || row.firstCode().equals(BankOrders.IN_PROGRESS));
    List<BankOrders.Row> rows = all.stream().filter(row -> part == 1 ? !row.firstCode().isEmpty() : reportedLater(row)).toList();
    part(step, part, part == 2 || complete, rows, part == 1);
  }

  /** Part 02 names what part 01 left out or called in progress, and repeats a few lines. */
  private boolean reportedLater(BankOrders.Row row) {
    return row.firstCode().isEmpty() || row.firstCode().equals(BankOrders.IN_PROGRESS)
        || decisions.perMille(5, "repeated", row.endToEndId());
  }

  private void comeBack(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    List<BankOrders.Row> back = orders.comeBack(step.seq(), day);
    for (BankOrders.Row row : back) {
      ledger.book(day, 'C', row.amount(), "R" + row.endToEndId(), row.reference(), "HOAN TRA");
    }
    part(step, 3, true, back, false);
  }

  private void planLateWords(LocalDate after) {
    side.plan("", 0, LateWords.STEP, BusinessDays.at(LateWords.dayInMonthAfter(after, days), 10, 15));
  }

  private void sayLateWords(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    int part = latePart();
    lateWords.say(day).forEach((seq, rows) -> part(new Step(0, "", seq, LateWords.STEP, step.dueAt()), part, true, rows, false));
    planLateWords(day);
  }

  /** A number that no part of before has: the first three are those of the ordinary months. */
  private int latePart() {
    Integer before = side.book().jdbc().queryForObject("SELECT count(*) FROM agenda WHERE partner = ? AND step = ? AND done", Integer.class,
        side.partner(), LateWords.STEP);
    return 4 + (before == null ? 0 : before);
  }

  private void part(Step step, int part, boolean last, List<BankOrders.Row> rows, boolean first) {
    LocalDate valueDate = side.book().jdbc().queryForObject("SELECT value_date FROM received_file WHERE partner = ? AND seq = ?"
        + " AND existing", LocalDate.class, side.partner(), step.seq());
    for (BankDialect.Reply reply : dialect.part(new BankDialect.Part(step.seq(), valueDate, part, last, step.dueAt()), rows, first)) {
      show(reply, step.dueAt());
      if (does(step.seq(), BankAction.DUPLICATE_PARTS)) {
        side.reply(OUT, reply.copyName(), reply.content(), step.dueAt());
      }
    }
  }

  private boolean does(int seq, BankAction action) {
    return settings.script().getOrDefault(seq, Set.of()).contains(action);
  }

  private String fileName(int seq, boolean existing) {
    return ofFile("name", seq, existing);
  }

  private String sha256(int seq, boolean existing) {
    return ofFile("sha256", seq, existing);
  }

  private String ofFile(String column, int seq, boolean existing) {
    return side.book().jdbc().queryForObject("SELECT " + column + " FROM received_file WHERE partner = ? AND seq = ? AND existing = ?"
        + " ORDER BY received_at DESC LIMIT 1", String.class, side.partner(), seq, existing);
  }

  private long total(int seq) {
    Long total = side.book().jdbc().queryForObject("SELECT max(total_vnd) FROM received_file WHERE partner = ? AND seq = ?", Long.class,
        side.partner(), seq);
    return total == null ? 0 : total;
  }
}
