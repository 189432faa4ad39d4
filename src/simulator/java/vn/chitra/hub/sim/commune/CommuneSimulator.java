package vn.chitra.hub.sim.commune;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.FilePartner;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.PartnerSide.Arrival;
import vn.chitra.hub.sim.PartnerSide.Step;
import vn.chitra.hub.sim.commune.FilledSheet.Habit;

/** The commune officers: pay cash, send the sheet back once as TẠM, and as CUỐI the day after the last pay day. */
public final class CommuneSimulator extends FilePartner {

  private static final int UNPAID_PER_MILLE = 20;

  private final List<Folder> folders;
  private final Decisions decisions;
  private final CashBook.CashDays days;
  private final CashBook cash;

  public CommuneSimulator(PartnerSide side, Collection<String> communes, Decisions decisions, CashBook.CashDays days) {
    super(side);
    this.folders = communes.stream().sorted().map(commune -> new Folder(commune, commune + "/di", commune + "/ve")).toList();
    this.decisions = decisions;
    this.days = days;
    this.cash = new CashBook(side.partner(), side.book(), decisions, UNPAID_PER_MILLE, days);
  }

  @Override
  protected List<Folder> folders() {
    return folders;
  }

  @Override
  protected void take(Arrival arrival, Instant now) {
    String commune = arrival.folder();
    if (!CommuneList.isNamedRight(commune, arrival.name())) {
      side.violation(arrival.name(), "a name that the contract does not know", now);
      side.enter(arrival, 0, 0, 0, null, false, now);
      return;
    }
    CommuneList list = CommuneList.read(arrival.name(), arrival.bytes());
    list.complaints().stream().limit(20).forEach(complaint -> side.violation(arrival.name(), complaint, now));
    boolean repeated = side.existing(commune, list.seq()).isPresent();
    if (repeated) {
      side.violation(arrival.name(), "the number of this list was used before", now);
    }
    boolean good = list.complaints().isEmpty() && !repeated;
    long total = list.lines().stream().mapToLong(CashBook.Line::amount).sum();
    side.enter(arrival, list.seq(), list.lines().size(), total, null, good, now);
    if (good) {
      side.keep(arrival);
      enter(commune, list, arrival.name(), now);
    }
  }

  private void enter(String commune, CommuneList list, String fileName, Instant now) {
    cash.enter(commune, list.seq(), list.period(), list.lines(), now);
    for (String id : cash.idsThatStandAlready(commune, list.seq())) {
      side.violation(fileName, "the code stands in another list already: " + id, now);
    }
    String month = CashBook.paidIn(list.period(), now);
    Instant report = BusinessDays.at(days.from(month).plusDays(7), 16, 0);
    if (report.isAfter(now)) {
      side.plan(commune, list.seq(), "REPORT", report);
    }
    Instant closing = BusinessDays.at(days.until(month).plusDays(1), 11, 0);
    side.plan(commune, list.seq(), "CLOSE", closing.isAfter(now) ? closing : now.plus(Duration.ofHours(4)));
  }

  @Override
  protected void perform(Step step) {
    boolean closing = step.name().equals("CLOSE");
    PartnerSide.Kept kept = side.kept(step.folder(), step.seq());
    LocalDate day = BusinessDays.day(step.dueAt());
    Habit habit = decisions.perMille(600, "habit", kept.name() + closing) ? Habit.NONE
        : decisions.oneOf("which habit", kept.name() + closing, Habit.values());
    byte[] sheet = FilledSheet.fill(kept.content(), cash.of(step.folder(), step.seq()), closing ? 2 : 1, closing, day, habit);
    side.reply(step.folder() + "/ve", (closing ? "bao-cao-cuoi-" : "bao-cao-lan-1-") + kept.name(), sheet, step.dueAt());
  }
}
