package vn.chitra.hub.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.chitra.hub.demo.DemoClock;
import vn.chitra.hub.demo.DemoOptions;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.mail.MailSandbox;

/**
 * Plays months, one after the other while faults are left, and checks partners, province and hub when a month is over. Business time
 * advances only when no process has work left.
 */
final class CrashPlay {

  private static final LocalTime REGULAR = LocalTime.of(9, 0);
  private static final long PAUSE_MILLIS = 25;
  private static final long WAITING_MILLIS = 1_500;
  private static final long STALLED_SECONDS = 90;
  private static final int MOST_MONTHS = 11;   // of the holidays that are known
  private static final int SENDING_DAYS = 7;
  private static final int MONTH_DAYS = 30;
  private static final int MAIL_PAUSES = 6;
  /** In the name of an account-opening file. */
  private static final String ACCOUNT_FILE = "/MTK_";

  private final CrashOptions options;
  private final DemoWorld world;
  private final MailSandbox mail;
  private final DemoClock clock;
  private final Tally tally;
  private final HubProcesses hub;
  private int month;

  private CrashPlay(CrashOptions options, DemoWorld world, MailSandbox mail, DemoClock clock, Tally tally, HubProcesses hub) {
    this.options = options;
    this.world = world;
    this.mail = mail;
    this.clock = clock;
    this.tally = tally;
    this.hub = hub;
  }

  /** Plays until the kills are used up and the month is over, or until something is wrong. */
  static Tally play(CrashOptions options, PrintStream console) throws Exception {
    DemoOptions demo = new DemoOptions(true, options.payouts(), options.seed(), MOST_MONTHS, options.folder(), actions(), List.of());
    try (DemoWorld world = DemoWorld.open(demo); MailSandbox mail = MailSandbox.open(options.folder().resolve("mail"))) {
      FewCommunes.keep(options.communes(), world);
      DemoClock clock = DemoClock.open(DemoWorld.folder(demo).resolve("clock"), BusinessDays.at(DemoWorld.START, 7, 0));
      Tally tally = new Tally(options, console, clock::instant);
      try (HubProcesses hub = new HubProcesses(world, mail, new Launch(world, mail, options), new Faults(options.seed()), tally)) {
        hub.rehearse();
        new CrashPlay(options, world, mail, clock, tally, hub).months();
      }
      tally.print();
      return tally;
    }
  }

  /** Banks are no angels either; what of this needs persons finds {@link Persons}. */
  private static String actions() {
    String[] actions = {"DUPLICATE_PARTS", "NO_FUNDS", "PARTS_OUT_OF_ORDER", "REFUSE_F2", "RETURN_SOME", "RESULT_BEFORE_ACK"};
    return IntStream.range(1, 400).boxed().flatMap(seq -> Stream.of(seq + ":" + actions[seq % actions.length],
        "bidv/" + seq + ":" + actions[(seq + 2) % (actions.length - 1)])).collect(Collectors.joining(","));
  }

  private void months() throws IOException, InterruptedException {
    for (month = 0; month < MOST_MONTHS && tally.kills() < options.kills() && tally.violations().isEmpty(); month++) {
      if (!playUntil(BusinessDays.at(played().atDay(17), 23, 0))) {
        return;
      }
      check(() -> OutsideCheck.ofMonth(world, mail));
      tally.monthEnded();
    }
  }

  private YearMonth played() {
    return DemoWorld.MONTH.plusMonths(month);
  }

  /**
   * The count of due work does not announce account-opening files: one may leave between the last look and the check, and its bank has not
   * read it yet. If nothing else is wrong, everything settles once more and is looked at again.
   */
  private void check(Supplier<List<String>> look) throws IOException, InterruptedException {
    List<String> wrong = look.get();
    if (!wrong.isEmpty() && wrong.stream().allMatch(one -> one.contains(ACCOUNT_FILE))) {
      settle();
      wrong = look.get();
    }
    wrong.forEach(tally::violation);
  }

  /** The mail server is back, and its pauses are over. */
  private boolean sendEverything() throws IOException, InterruptedException {
    hub.mailComesBack();
    boolean moving = true;
    for (int i = 0; i < MAIL_PAUSES && moving; i++) {
      hub.skipTime();
      moving = settle();
    }
    return moving;
  }

  private boolean playUntil(Instant end) throws IOException, InterruptedException {
    boolean moving = settle();
    while (moving && clock.instant().isBefore(end)) {
      clock.moveTo(next(clock.instant(), end));
      moving = settle();
      if (moving && BusinessDays.at(BusinessDays.day(clock.instant()), REGULAR).equals(clock.instant())) {
        check(() -> OutsideCheck.ofDay(world, mail));
        hub.decide();
        moving = settle() && tally.violations().isEmpty();
      }
    }
    return moving && sendEverything();
  }

  private Instant next(Instant now, Instant end) {
    LocalDate day = BusinessDays.day(now);
    Instant today = BusinessDays.at(day, REGULAR);
    Instant regular = now.isBefore(today) ? today : BusinessDays.at(day.plusDays(1), REGULAR);
    Instant next = world.nextDue().filter(now::isBefore).filter(regular::isAfter).orElse(regular);
    return next.isAfter(end) ? end : next;
  }

  /** Waits until nothing is due, seen twice in a row. */
  private boolean settle() throws IOException, InterruptedException {
    Stillness still = new Stillness();
    while (still.quiet < 2) {
      if (!hub.isArmed() && tally.kills() < allowed()) {
        hub.arm();
      }
      boolean did = tick();
      Optional<String> due = hub.due();
      String waiting = world.waitingReplies().toString();
      still.look(did, due.orElse("?") + " " + waiting + " " + hub.count(), !did && due.equals(Optional.of("{}")) && waiting.equals("[]"));
      if (still.seconds() > STALLED_SECONDS) {
        tally.violation("the hub stands still: due " + due.orElse("?") + ", answers not fetched " + waiting);
        return false;
      }
      if (still.waited(WAITING_MILLIS)) {
        hub.skipTime();
      }
      TimeUnit.MILLISECONDS.sleep(still.quiet < 2 ? PAUSE_MILLIS : 0);
    }
    return true;
  }

  /** The databases may have been away since the last look: their old connections are of no use then. */
  private boolean tick() {
    try {
      return world.tick(clock.instant());
    } catch (DataAccessException | TransactionException | IllegalStateException e) {
      return true;
    }
  }

  /**
   * Half of a month's faults fall while payrolls are taken and files go out, the rest while answers come in. A fault falls only where
   * there is something to do; those that found no room in one month fall in the next.
   */
  private int allowed() {
    long day = ChronoUnit.DAYS.between(played().minusMonths(1).atDay(18), BusinessDays.day(clock.instant())) + 1;
    long hundredths = day <= SENDING_DAYS ? 50 * day / SENDING_DAYS : 50 + 50 * (day - SENDING_DAYS) / (MONTH_DAYS - SENDING_DAYS);
    int now = (int) ((options.monthly() * Math.min(100, hundredths) + 99) / 100);
    return Math.min(options.kills(), month * options.monthly() + now);
  }

  /** How long nothing has changed any more. */
  private static final class Stillness {

    private int quiet;
    private String before = "";
    private long changedAt = System.nanoTime();
    private long waitedSince = changedAt;

    void look(boolean did, String seen, boolean nothingLeft) {
      quiet = nothingLeft ? quiet + 1 : 0;
      if (did || !seen.equals(before)) {
        changedAt = System.nanoTime();
        waitedSince = changedAt;
        before = seen;
      }
    }

    /** Each time that so much has passed without a change. */
    boolean waited(long millis) {
      boolean now = System.nanoTime() - waitedSince > TimeUnit.MILLISECONDS.toNanos(millis);
      waitedSince = now ? System.nanoTime() : waitedSince;
      return now;
    }

    long seconds() {
      return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - changedAt);
    }
  }
}
