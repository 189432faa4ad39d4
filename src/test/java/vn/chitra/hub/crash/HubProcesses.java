package vn.chitra.hub.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.mail.MailSandbox;

/** The hub's process, started again after each end, and the faults for it and for the systems around it. */
final class HubProcesses implements AutoCloseable {

  private static final int READY_WITHIN_SECONDS = 240;
  private static final int STEPS_AT_ONCE = 6;
  private static final String BITE = " - interval '20 minutes'";
  private static final List<String> WAITING = List.of(
      "batch set retry_at = retry_at" + BITE + " where retry_at is not null",
      "file set retry_at = retry_at" + BITE + " where state = 'ARCHIVED'",
      "payroll set retry_at = retry_at" + BITE + " where state in ('TAKEN', 'PLANNED')",
      "mail set next_try_at = next_try_at" + BITE + " where state in ('QUEUED', 'SENDING')");
  private static final long MAIL_AWAY_MILLIS = 2_500;

  private final DemoWorld world;
  private final MailSandbox mail;
  private final Launch launch;
  private final Faults faults;
  private final Tally tally;
  private final JdbcTemplate hubBooks;
  private final CutConnections cuts = new CutConnections();
  private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
  private final List<Fault> armed = new ArrayList<>();
  private volatile @Nullable HubProcess hub;
  private volatile @Nullable Fault struck;
  private @Nullable Future<?> timer;
  private long dueAt;
  private long mailBackAt;
  private int processes;

  HubProcesses(DemoWorld world, MailSandbox mail, Launch launch, Faults faults, Tally tally) {
    this.world = world;
    this.mail = mail;
    this.launch = launch;
    this.faults = faults;
    this.tally = tally;
    this.hubBooks = new JdbcTemplate(world.hub().dataSource());
    world.sftp().watchedBy(cuts);
  }

  /** A first start that leaves an archive of loaded classes behind, unless there is one. */
  void rehearse() throws IOException, InterruptedException {
    if (launch.isRehearsed()) {
      return;
    }
    HubProcess first = launch.hub("");
    if (first.awaitReady(READY_WITHIN_SECONDS).isEmpty() || first.status() != 0) {
      throw new IllegalStateException("the hub does not start, status " + first.status() + "; see " + launch.log());
    }
  }

  /** The hub's due work; the hub is started again when it is gone. Empty = nothing is known now. */
  Optional<String> due() throws IOException, InterruptedException {
    lookAround();
    Optional<String> due = alive().due();
    if (due.isPresent() && !due.get().equals("{}")) {
      startTimer();
    }
    return due;
  }

  /** Persons look at what is held, and decide. */
  void decide() throws IOException, InterruptedException {
    alive().notify("decide");
  }

  /**
   * Ends every wait by technical time (a lease, a back-off, a dead owner's lock, a mail server's pause). The hub's clock is left alone:
   * partners check the times in its signatures.
   */
  void skipTime() {
    WAITING.forEach(wait -> hubBooks.update("update " + wait));
  }

  /** How many there were, the one now included. */
  int count() {
    return processes;
  }

  boolean isArmed() {
    return !armed.isEmpty();
  }

  void arm() throws IOException, InterruptedException {
    armed.addAll(faults.deal(STEPS_AT_ONCE));
    armed.stream().filter(fault -> fault.kind() == Fault.Kind.CUT).findFirst().ifPresent(cut -> cuts.arm(cut.place(), cut.passing()));
    alive().notify("arm " + steps());
  }

  private void disarm() {
    cuts.disarm();
    armed.clear();
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    dueAt = 0;
  }

  private String steps() {
    return armed.stream().filter(fault -> fault.kind() == Fault.Kind.STEP).map(fault -> fault.place() + ":" + fault.passing())
        .collect(Collectors.joining(","));
  }

  private void startTimer() {
    Optional<Fault> chance = armed.stream().filter(fault -> !fault.kind().happensByItself()).findFirst();
    if (timer != null || dueAt != 0 || chance.isEmpty()) {
      return;
    }
    Fault fault = chance.get();
    if (fault.kind() == Fault.Kind.POSTGRES || fault.kind() == Fault.Kind.MAIL) {
      dueAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(fault.passing());
    } else {
      timer = killer.schedule(() -> strike(fault), fault.passing(), TimeUnit.MILLISECONDS);
    }
  }

  private void strike(Fault fault) {
    HubProcess now = hub;
    if (now != null && now.isAlive()) {
      struck = fault;
      now.kill();
    }
  }

  private void lookAround() throws IOException, InterruptedException {
    String place = cuts.drain();
    if (place != null) {
      landed(armed.stream().filter(fault -> fault.place().equals(place)).findFirst().orElse(new Fault(Fault.Kind.CUT, place, 0)));
      alive().notify("arm ");
    } else if (dueAt != 0 && System.nanoTime() > dueAt) {
      Fault fault = armed.stream().filter(one -> !one.kind().happensByItself()).findFirst().orElseThrow();
      alive().notify("arm ");
      if (fault.kind() == Fault.Kind.POSTGRES) {
        world.databases().killAndRestart();
      } else {
        mail.stop();
        mailBackAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MAIL_AWAY_MILLIS);
      }
      landed(fault);
    }
    if (mailBackAt != 0 && System.nanoTime() > mailBackAt) {
      mailComesBack();
    }
  }

  /** At once, if it is away. */
  void mailComesBack() {
    mail.start();
    mailBackAt = 0;
  }

  private void landed(Fault fault) {
    tally.landed(fault);
    armed.remove(fault);
    faults.giveBack(armed.stream().filter(one -> !one.equals(fault)).toList());
    disarm();
  }

  private HubProcess alive() throws IOException, InterruptedException {
    HubProcess current = hub;
    while (current == null || !current.isAlive()) {
      if (current != null) {
        bury(current);
      }
      current = next();
    }
    return current;
  }

  private void bury(HubProcess dead) throws IOException, InterruptedException {
    Optional<String> step = dead.haltedAt();
    Fault fault = struck;
    struck = null;
    if (step.isPresent()) {
      landed(armed.stream().filter(one -> one.place().equals(step.get())).findFirst().orElse(new Fault(Fault.Kind.STEP, step.get(), 0)));
    } else if (fault != null) {
      landed(fault);
      if (fault.kind() == Fault.Kind.JOURNAL) {
        remove(launch.home().resolve("broker"));
      } else if (fault.kind() == Fault.Kind.START) {
        HubProcess early = launch.hub(steps());
        killer.schedule(early::kill, tally.readyAfterMillis() * fault.passing() / 100, TimeUnit.MILLISECONDS);
        early.status();
      }
    } else {
      tally.violation("the hub ended by itself with status " + dead.status() + "; see hub.log");
    }
  }

  private HubProcess next() throws IOException, InterruptedException {
    long began = System.nanoTime();
    HubProcess next = launch.hub(steps());
    hub = next;
    processes++;
    next.awaitReady(READY_WITHIN_SECONDS).ifPresent(processor -> {
      launch.wasReady();
      tally.ready(System.nanoTime() - began, processor);
    });
    return next;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  @Override
  public void close() {
    killer.shutdownNow();
    HubProcess last = hub;
    if (last != null) {
      last.kill();
    }
  }
}
