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
import vn.chitra.hub.demo.DemoOptions;
import vn.chitra.hub.demo.DemoWorld;

/** The hub's process, one life after another, and the blows that it and what it stands on are dealt. */
final class HubLives implements AutoCloseable {

  private static final int READY_WITHIN_SECONDS = 240;
  private static final int STEPS_AT_ONCE = 4;
  private static final List<String> QUICK = List.of("hub.poll.payrolls=150ms", "hub.poll.batches=150ms", "hub.poll.inbox=150ms",
      "hub.poll.results=150ms", "hub.poll.reconciliation=200ms", "hub.poll.outbox=40ms", "hub.poll.sweep=1s", "spring.jmx.enabled=false",
      "camel.main.jmx-enabled=false", "logging.level.org.apache.sshd=ERROR");

  private final DemoWorld world;
  private final Path folder;
  private final Plant plant;
  private final SlimImage image;
  private final Blows blows;
  private final Tally tally;
  private final CutConnections cuts = new CutConnections();
  private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
  private final List<Blow> armed = new ArrayList<>();
  private volatile @Nullable HubProcess hub;
  private volatile @Nullable Blow struck;
  private @Nullable Future<?> timer;
  private long postgresDueAt;
  private int lives;

  HubLives(DemoWorld world, CrashOptions options, Blows blows, Tally tally) throws IOException {
    this.world = world;
    this.folder = options.folder();
    this.plant = options.plant();
    this.image = SlimImage.of(options.images());
    this.blows = blows;
    this.tally = tally;
    world.sftp().watchedBy(cuts);
  }

  /** A first start that leaves an archive of loaded classes behind, unless there is one. */
  void rehearse() throws IOException, InterruptedException {
    if (Files.exists(image.archive())) {
      return;
    }
    HubProcess first = spawn();
    if (!first.awaitReady(READY_WITHIN_SECONDS) || first.status() != 0) {
      throw new IllegalStateException("the hub does not start, status " + first.status() + "; see " + folder.resolve("hub.log"));
    }
  }

  /** What the hub says is due; it is started again when it is gone. Empty = nothing is known now. */
  Optional<String> due() throws IOException, InterruptedException {
    lookAround();
    Optional<String> due = alive().due();
    if (due.isPresent() && !due.get().equals("{}")) {
      startTimer();
    }
    return due;
  }

  /** How many there were, the one now included. */
  int count() {
    return lives;
  }

  boolean isArmed() {
    return !armed.isEmpty();
  }

  void arm() throws IOException, InterruptedException {
    armed.addAll(blows.deal(STEPS_AT_ONCE));
    armed.stream().filter(blow -> blow.kind() == Blow.Kind.CUT).findFirst().ifPresent(cut -> cuts.arm(cut.place(), cut.passing()));
    alive().arm(steps());
  }

  private void disarm() {
    cuts.disarm();
    armed.clear();
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    postgresDueAt = 0;
  }

  /** A blow that nobody dealt: the hub seems stuck, or the month ends, and a kill is due anyway. */
  void killNow() {
    strike(new Blow(Blow.Kind.MOMENT, "", 0));
  }

  private String steps() {
    return armed.stream().filter(blow -> blow.kind() == Blow.Kind.STEP).map(blow -> blow.place() + ":" + blow.passing())
        .collect(Collectors.joining(","));
  }

  private void startTimer() {
    Optional<Blow> chance = armed.stream().filter(blow -> !blow.kind().happensByItself()).findFirst();
    if (timer != null || postgresDueAt != 0 || chance.isEmpty()) {
      return;
    }
    Blow blow = chance.get();
    if (blow.kind() == Blow.Kind.POSTGRES) {
      postgresDueAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(blow.passing());
    } else {
      timer = killer.schedule(() -> strike(blow), blow.passing(), TimeUnit.MILLISECONDS);
    }
  }

  private void strike(Blow blow) {
    HubProcess now = hub;
    if (now != null && now.isAlive()) {
      struck = blow;
      now.kill();
    }
  }

  private void lookAround() throws IOException, InterruptedException {
    String place = cuts.drain();
    if (place != null) {
      landed(armed.stream().filter(blow -> blow.place().equals(place)).findFirst().orElse(new Blow(Blow.Kind.CUT, place, 0)));
      alive().arm("");
    } else if (postgresDueAt != 0 && System.nanoTime() > postgresDueAt) {
      Blow blow = armed.stream().filter(one -> one.kind() == Blow.Kind.POSTGRES).findFirst().orElseThrow();
      alive().arm("");
      world.databases().killAndRestart();
      landed(blow);
    }
  }

  private void landed(Blow blow) {
    tally.landed(blow);
    armed.remove(blow);
    blows.giveBack(armed.stream().filter(one -> !one.equals(blow)).toList());
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
    Blow blow = struck;
    struck = null;
    if (step.isPresent()) {
      landed(armed.stream().filter(one -> one.place().equals(step.get())).findFirst().orElse(new Blow(Blow.Kind.STEP, step.get(), 0)));
    } else if (blow != null) {
      landed(blow);
      if (blow.kind() == Blow.Kind.JOURNAL) {
        remove(folder.resolve("hub").resolve("broker"));
      } else if (blow.kind() == Blow.Kind.START) {
        HubProcess early = spawn();
        killer.schedule(early::kill, tally.readyAfterMillis() * blow.passing() / 100, TimeUnit.MILLISECONDS);
        early.status();
      }
    } else {
      tally.violation("the hub ended by itself with status " + dead.status() + "; see hub.log");
    }
  }

  private HubProcess next() throws IOException, InterruptedException {
    long began = System.nanoTime();
    HubProcess next = spawn();
    hub = next;
    lives++;
    if (next.awaitReady(READY_WITHIN_SECONDS)) {
      tally.ready(System.nanoTime() - began);
    }
    return next;
  }

  private HubProcess spawn() throws IOException {
    List<String> settings = new ArrayList<>(world.settings());
    QUICK.forEach(setting -> settings.add("--" + setting));
    settings.add("--hub.data-dir=" + folder.resolve("hub"));
    List<String> properties = List.of("crash.clock=" + DemoWorld.folder(demo(folder)).resolve("clock"), "crash.armed=" + steps(),
        "crash.rehearsal=" + !Files.exists(image.archive()), Plant.PROPERTY + "=" + (plant == Plant.NONE ? "" : plant));
    return HubProcess.start(image, properties, settings, folder.resolve("hub.log"));
  }

  private static DemoOptions demo(Path folder) {
    return new DemoOptions(true, 1, 0, 1, folder, "", List.of());
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
