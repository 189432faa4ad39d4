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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import vn.chitra.hub.demo.BooksCheck;
import vn.chitra.hub.demo.DemoClock;
import vn.chitra.hub.demo.DemoOptions;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.BusinessDays;

/**
 * Plays months, one after the other while kills are left, and looks into the books of partners, province and hub when a month is over.
 * Business time moves on only when nobody has anything left to do.
 */
final class CrashPlay {

  private static final List<LocalTime> HOURS = List.of(LocalTime.of(9, 0), LocalTime.of(15, 0));
  private static final long PAUSE_MILLIS = 25;
  private static final long STUCK_SECONDS = 12;
  private static final long STALLED_SECONDS = 180;
  private static final int SENDING_DAYS = 7;
  private static final int MONTH_DAYS = 30;

  private final CrashOptions options;
  private final DemoWorld world;
  private final DemoClock clock;
  private final Tally tally;
  private final HubLives hub;
  private int month;

  private CrashPlay(CrashOptions options, DemoWorld world, DemoClock clock, Tally tally, HubLives hub) {
    this.options = options;
    this.world = world;
    this.clock = clock;
    this.tally = tally;
    this.hub = hub;
  }

  /** Plays until the kills are used up and the month is over, or until something is wrong. */
  static Tally play(CrashOptions options, PrintStream console) throws Exception {
    DemoOptions demo = new DemoOptions(true, options.payouts(), options.seed(), options.months(), options.folder(), deeds(), List.of());
    try (DemoWorld world = DemoWorld.open(demo)) {
      FewCommunes.keep(options.communes(), world);
      DemoClock clock = DemoClock.open(DemoWorld.folder(demo).resolve("clock"), BusinessDays.at(DemoWorld.START, 7, 0));
      Tally tally = new Tally(options, console, clock::instant);
      try (HubLives hub = new HubLives(world, options, new Blows(options.seed()), tally)) {
        hub.rehearse();
        new CrashPlay(options, world, clock, tally, hub).months();
      }
      tally.print();
      return tally;
    }
  }

  /** The bank is no angel either; nothing of this needs a person. */
  private static String deeds() {
    String[] deeds = {"DUPLICATE_PARTS", "PARTS_OUT_OF_ORDER", "RESULT_BEFORE_ACK", "RETURN_SOME"};
    return IntStream.range(1, 400).mapToObj(seq -> seq + ":" + deeds[seq % deeds.length]).collect(Collectors.joining(","));
  }

  private void months() throws IOException, InterruptedException {
    for (month = 0; month < options.months() && tally.violations().isEmpty(); month++) {
      if (!playUntil(BusinessDays.at(played().atDay(17), 23, 0))) {
        return;
      }
      check();
      tally.monthEnded();
    }
  }

  private YearMonth played() {
    return DemoWorld.MONTH.plusMonths(month);
  }

  private void check() {
    BooksCheck books = new BooksCheck(new JdbcTemplate(world.hub().dataSource()), new JdbcTemplate(world.welfare().dataSource()),
        new JdbcTemplate(world.partners().dataSource()));
    for (BooksCheck.Finding finding : books.findings()) {
      finding.wrong().forEach(wrong -> tally.violation(finding.claim() + ": " + wrong));
    }
  }

  private boolean playUntil(Instant end) throws IOException, InterruptedException {
    boolean moving = settle();
    while (moving && clock.instant().isBefore(end)) {
      clock.moveTo(next(clock.instant(), end));
      moving = settle();
    }
    while (moving && tally.kills() < allowed()) {
      hub.killNow();
      moving = settle();
    }
    return moving;
  }

  private Instant next(Instant now, Instant end) {
    LocalDate day = BusinessDays.day(now);
    Instant regular = HOURS.stream().map(time -> BusinessDays.at(day, time)).filter(now::isBefore).findFirst()
        .orElseGet(() -> BusinessDays.at(day.plusDays(1), HOURS.get(0)));
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
      String waiting = world.waitingAnswers().toString();
      still.look(did, due.orElse("?") + " " + waiting + " " + hub.count(), !did && due.equals(Optional.of("{}")) && waiting.equals("[]"));
      if (still.seconds() > STALLED_SECONDS) {
        tally.violation("the hub stands still: due " + due.orElse("?") + ", answers not fetched " + waiting);
        return false;
      }
      if (still.seconds() > STUCK_SECONDS && still.mayBeEnded && tally.kills() < allowed()) {
        still.mayBeEnded = false;
        hub.killNow();
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

  /** Half of a month's blows fall while payrolls are taken and files go out, the rest while answers come in. */
  private int allowed() {
    long day = ChronoUnit.DAYS.between(played().minusMonths(1).atDay(18), BusinessDays.day(clock.instant())) + 1;
    long hundredths = day <= SENDING_DAYS ? 50 * day / SENDING_DAYS : 50 + 50 * (day - SENDING_DAYS) / (MONTH_DAYS - SENDING_DAYS);
    int now = (int) ((options.monthly() * Math.min(100, hundredths) + 99) / 100);
    return Math.min(options.kills(), month * options.monthly() + now);
  }

  /** How long nothing has changed any more. */
  private static final class Stillness {

    private int quiet;
    private boolean mayBeEnded = true;
    private String before = "";
    private long changedAt = System.nanoTime();

    void look(boolean did, String seen, boolean nothingLeft) {
      quiet = nothingLeft ? quiet + 1 : 0;
      if (did || !seen.equals(before)) {
        changedAt = System.nanoTime();
        before = seen;
      }
    }

    long seconds() {
      return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - changedAt);
    }
  }
}
