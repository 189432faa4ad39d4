package vn.chitra.hub.sim.postoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.CashBook.Payment;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.FilePartner;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.PartnerSide.Arrival;
import vn.chitra.hub.sim.PartnerSide.Step;
import vn.chitra.hub.sim.postoffice.PostOfficeReport.Look;
import vn.chitra.hub.sim.postoffice.PostOfficeReport.Stated;

/**
 * The post offices: pay cash between the first and the last pay day, report the results so far, correct a few lines, and close the list the
 * day after the last pay day.
 */
public final class PostOfficeSimulator extends FilePartner {

  private static final int UNPAID_PER_MILLE = 30;

  private final Map<String, Set<String>> communesOf;
  private final Decisions decisions;
  private final CashBook.CashDays days;
  private final CashBook cash;

  /** @param communesOf post office → communes it serves */
  public PostOfficeSimulator(PartnerSide side, Map<String, Set<String>> communesOf, Decisions decisions, CashBook.CashDays days) {
    super(side);
    this.communesOf = Map.copyOf(communesOf);
    this.decisions = decisions;
    this.days = days;
    this.cash = new CashBook(side.partner(), side.book(), decisions, UNPAID_PER_MILLE, days);
  }

  @Override
  protected List<Folder> folders() {
    return communesOf.keySet().stream().sorted().map(office -> new Folder(office, office + "/in", office + "/out")).toList();
  }

  @Override
  protected void take(Arrival arrival, Instant now) {
    String office = arrival.folder();
    if (!PostOfficeList.isNamedRight(office, arrival.name())) {
      side.violation(arrival.name(), "a name that the contract does not know", now);
      side.enter(arrival, 0, 0, 0, null, false, now);
      return;
    }
    PostOfficeList list = PostOfficeList.read(arrival.name(), communesOf.get(office), arrival.bytes());
    list.complaints().stream().limit(20).forEach(complaint -> side.violation(arrival.name(), complaint, now));
    boolean repeated = side.existing(office, list.seq()).isPresent();
    if (repeated) {
      side.violation(arrival.name(), "the number of this list was used before", now);
    }
    long total = list.lines().stream().mapToLong(CashBook.Line::amount).sum();
    boolean good = list.complaints().isEmpty() && !repeated;
    side.enter(arrival, list.seq(), list.lines().size(), total, null, good, now);
    if (good) {
      enter(office, list, arrival.name(), now);
    }
  }

  private void enter(String office, PostOfficeList list, String fileName, Instant now) {
    cash.enter(office, list.seq(), list.period(), list.lines(), now);
    for (String id : cash.idsThatStandAlready(office, list.seq())) {
      side.violation(fileName, "ma_chi_tra stands in another list already: " + id, now);
    }
    String month = CashBook.paidIn(list.period(), now);
    LocalDate from = days.from(month);
    LocalDate close = days.until(month).plusDays(1);
    plan(office, list.seq(), "REPORT_1", BusinessDays.at(from.plusDays(4), 17, 0), now);
    plan(office, list.seq(), "REPORT_2", BusinessDays.at(from.plusDays(9), 17, 0), now);
    Instant closing = BusinessDays.at(close, 10, 0);
    side.plan(office, list.seq(), "CLOSE", closing.isAfter(now) ? closing : now.plus(Duration.ofHours(4)));
  }

  /** A report whose day was over before the list came is left out. */
  private void plan(String office, int seq, String step, Instant dueAt, Instant now) {
    if (dueAt.isAfter(now)) {
      side.plan(office, seq, step, dueAt);
    }
  }

  @Override
  protected void perform(Step step) {
    LocalDate day = BusinessDays.day(step.dueAt());
    List<Payment> payments = cash.of(step.folder(), step.seq());
    switch (step.name()) {
      case "REPORT_1" -> report(step, 1, "", payments.stream().flatMap(p -> soFar(p, day, true)).toList());
      case "REPORT_2" -> report(step, 2, "", payments.stream().flatMap(p -> soFar(p, day, false)).toList());
      case "CLOSE" -> report(step, 3, "_CUOI", payments.stream().map(p -> stated(p, p.paid())).toList());
      default -> throw new IllegalStateException("unknown step " + step);
    }
  }

  /** The first report errs on a few lines, both ways; the second puts them right. */
  private Stream<Stated> soFar(Payment payment, LocalDate day, boolean first) {
    if (payment.paidOn().isAfter(day)) {
      return Stream.empty();
    }
    boolean err = first && decisions.perMille(10, "mistaken at first", payment.endToEndId());
    return Stream.of(stated(payment, payment.paid() != err));
  }

  private static Stated stated(Payment payment, boolean paid) {
    return new Stated(payment.endToEndId(), paid, payment.amount(), payment.paidOn(), payment.receiver(), payment.code());
  }

  private void report(Step step, int version, String suffix, List<Stated> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String list = side.book().jdbc().queryForObject("SELECT name FROM received_file WHERE partner = ? AND folder = ? AND seq = ?"
        + " AND existing", String.class, side.partner(), step.folder(), step.seq());
    String period = list.split("_")[2];
    String name = String.format("KQ_%s_%s_%06d_%03d%s.csv", step.folder(), period, step.seq(), version, suffix);
    Look look = decisions.perMille(600, "look", name) ? Look.PLAIN : decisions.oneOf("touched", name, Look.values());
    side.reply(step.folder() + "/out", name, PostOfficeReport.write(rows, look), step.dueAt());
  }
}
