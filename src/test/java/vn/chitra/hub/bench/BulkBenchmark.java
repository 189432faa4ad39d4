package vn.chitra.hub.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.sim.DatabaseAccess;

/**
 * A month of the province through a hub process of its own: approved payrolls to files on the SFTP server, answers matched back, results
 * written back; time per stage, processor time, peak heap. Not a test: it asserts no time, but it ends with status 1 when the result is
 * wrong.
 */
final class BulkBenchmark {

  private static final int MOST_WRONG = 20;

  /** Sessions tell their figures within a second, idle ones within ten. */
  private static final long STATISTICS_MS = 11_000;

  private final Options options;
  private final PrintStream console;

  private BulkBenchmark(Options options, PrintStream console) {
    this.options = options;
    this.console = console;
  }

  public static void main(String[] arguments) throws Exception {
    LoggingSystem logging = LoggingSystem.get(BulkBenchmark.class.getClassLoader());
    logging.beforeInitialize();
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(Options.ofSystem(), console) ? 0 : 1);
  }

  /** @return whether the month's result is right */
  static boolean run(Options options, PrintStream console) throws Exception {
    return new BulkBenchmark(options, console).run();
  }

  private boolean run() throws Exception {
    FileSystemUtils.deleteRecursively(options.folder());
    Files.createDirectories(options.folder());
    console.printf("Making a province with %,d payroll lines in %s …%n", options.payouts(), options.folder());
    Path clockFile = options.folder().resolve("clock");
    SharedClock clock = SharedClock.open(clockFile);
    clock.moveTo((options.warmUp() > 0 ? PlayedMonth.WARM_UP : PlayedMonth.MEASURED).approved());
    ConsolePages pages = new ConsolePages();
    try (Outside outside = Outside.make(options.folder().resolve("outside"), options.seed(), options.payouts(), options.warmUp(),
            options.sampled());
        Hub hub = hub(outside, clockFile, pages.settings());
        HubBooks books = new HubBooks(outside.databases().hub())) {
      if (!options.rules()) {
        books.withoutRules();
      }
      MonthPlay play = new MonthPlay(outside, clock, books, console);
      if (options.warmUp() > 0) {
        console.printf("The hub is up; it warms up with %,d payroll lines …%n", options.warmUp());
        play.play(PlayedMonth.WARM_UP, new Stopwatch(hub.pid(), outside.postgres()));
        clock.moveTo(PlayedMonth.MEASURED.approved());   // what the hub does in the days between is not counted either
        Thread.sleep(STATISTICS_MS);
      }
      console.println("The watch runs.");
      Statements statements = Statements.of(options.sampled(), outside.databases());
      DatabaseLoad before = DatabaseLoad.of(books.jdbc());
      long sizeBefore = DatabaseLoad.size(books.jdbc());
      Stopwatch watch = new Stopwatch(hub.pid(), outside.postgres());
      MonthPlay.Volume volume = play.play(PlayedMonth.MEASURED, watch);
      List<ConsolePages.Page> shown = pages.read(books.jdbc());
      Thread.sleep(STATISTICS_MS);
      Report report = new Report(options, String.format("%d payrolls, %d payments, %d files out, %d answers in", volume.payrolls(),
          volume.payments(), books.filesOut(), volume.replies()), books.payouts());
      report.stages(watch.stages());
      long size = DatabaseLoad.size(books.jdbc());
      report.database(DatabaseLoad.of(books.jdbc()).since(before), size, size - sizeBefore);
      report.statements(statements.longest());
      report.pages(shown);
      long resident = hub.peakResident();
      report.memory(hub.end(), resident);
      if (options.idle() > 0) {
        report.idle(idle(outside, clockFile, books, pages));
      }
      return report(report, watch, outside, books);
    }
  }

  /** @return at work; behind old payouts, if that is wished */
  private Hub hub(Outside outside, Path clockFile, List<String> more) throws IOException, InterruptedException {
    if (options.history() > 0) {
      console.printf("Filling %,d old payouts …%n", options.history());
      DatabaseAccess hubs = outside.databases().hub();
      History.fillEmpty(hubs, new DatabaseAccess(hubs.url(), "postgres", "postgres"), options.history());
    }
    return Hub.start(options, clockFile, Stream.concat(outside.settings().stream(), more.stream()).toList());
  }

  private Idle idle(Outside outside, Path clockFile, HubBooks books, ConsolePages pages) throws IOException, InterruptedException {
    console.printf("The hub starts anew and is watched for %,d s with nothing due …%n", options.idle());
    long began = System.nanoTime();
    try (Hub hub = Hub.startUnhurried(options, clockFile, Stream.concat(outside.settings().stream(), pages.settings().stream()).toList())) {
      Duration start = Duration.ofNanos(System.nanoTime() - began);
      return Idle.watch(hub, start, outside.postgres(), pages, books.jdbc(), Duration.ofSeconds(options.idle()));
    }
  }

  private boolean report(Report report, Stopwatch watch, Outside outside, HubBooks books) throws Exception {
    List<String> wrong = new ArrayList<>(books.wrong());
    wrong.addAll(outside.violations());
    if (!books.paid().equals(outside.paid())) {
      wrong.add("paid by the partners " + outside.paid() + ", by the hub's books " + books.paid());
    }
    report.baseline(Baseline.measure(outside.databases().partners(), outside.postgres(), options.payouts()), options.payouts(),
        watch.stages());
    if (options.naive() > 0) {
      console.printf("A simple program pays %,d payouts …%n", options.naive());
      report.naive(NaivePeer.measure(options, outside.databases(), outside.postgres()), watch.stages());
    }
    report.checks(wrong.size() > MOST_WRONG ? wrong.subList(0, MOST_WRONG) : wrong);
    console.println();
    console.print(report);
    Files.writeString(options.folder().resolve("report.md"), report.toString());
    Files.writeString(options.folder().resolve("report.json"), report.json());
    Files.writeString(options.folder().resolve("report.svg"), report.svg());
    return wrong.isEmpty();
  }
}
