package vn.chitra.hub.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The figures: for people as Markdown and as a picture, for programs as JSON. */
final class Report {

  private static final long MIB = 1 << 20;

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final long payouts;

  /** @param payouts that the figures are divided by */
  Report(Options options, String volume, long payouts) {
    this.payouts = Math.max(1, payouts);
    line("# Bulk path, %,d payroll lines%s%s, hub with -Xmx%s%s, %s", options.payouts(),
        options.warmUp() > 0 ? String.format(Locale.ROOT, " after a warm-up of %,d", options.warmUp()) : "",
        options.history() > 0 ? String.format(Locale.ROOT, " behind %,d old payouts", options.history()) : "", options.heap(),
        options.rules() ? "" : ", the database's rules asleep",
        options.date());
    line("");
    line("%s. Machine: %d processors, JDK %s, load average at the end %.1f.", volume, Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    line("");
    figures.put("date", options.date().toString());
    figures.put("lines", options.payouts());
    figures.put("warmUp", options.warmUp());
    figures.put("history", options.history());
    figures.put("payouts", payouts);
  }

  void stages(List<Stopwatch.Stage> stages) {
    line("µs are microseconds of processor for each of the %,d payouts.", payouts);
    line("");
    line("| stage | s | rows | hub µs | of it compilers µs | hub's database µs | welfare database µs | SFTP server µs |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|");
    stages.forEach(this::stage);
    Stopwatch.Stage all = all(stages);
    stage(all);
    List<Map<String, Object>> listed = new ArrayList<>();
    stages.forEach(stage -> listed.add(figures(stage)));
    figures.put("stages", listed);
    figures.put("all", figures(all));
  }

  private static Stopwatch.Stage all(List<Stopwatch.Stage> stages) {
    Stopwatch.Stage sum = stages.stream().reduce(Stopwatch.Stage::plus).orElseThrow();
    return new Stopwatch.Stage("**all**", sum.time(), stages.get(0).rows(), sum.hubCpu(), sum.compilerCpu(),
        sum.databaseCpu(), sum.welfareCpu(), sum.driverCpu());
  }

  private Map<String, Object> figures(Stopwatch.Stage stage) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", stage.name().replace("*", ""));
    one.put("seconds", stage.time().toMillis() / 1_000.0);
    one.put("rows", stage.rows());
    one.put("hubMicros", micros(stage.hubCpu()));
    one.put("compilerMicros", micros(stage.compilerCpu()));
    one.put("databaseMicros", micros(stage.databaseCpu()));
    one.put("welfareMicros", micros(stage.welfareCpu()));
    one.put("sftpMicros", micros(stage.driverCpu()));
    return one;
  }

  private void stage(Stopwatch.Stage stage) {
    line("| %s | %.1f | %,d | %,d | %,d | %,d | %,d | %,d |", stage.name(), stage.time().toMillis() / 1_000.0, stage.rows(),
        micros(stage.hubCpu()), micros(stage.compilerCpu()), micros(stage.databaseCpu()), micros(stage.welfareCpu()),
        micros(stage.driverCpu()));
  }

  private long micros(Duration time) {
    return time.toNanos() / 1_000 / payouts;
  }

  /** The hub beside a database that only carries the same number of rows. */
  void baseline(Baseline baseline, int rows, List<Stopwatch.Stage> stages) {
    Stopwatch.Stage all = all(stages);
    long hub = micros(all.hubCpu().plus(all.databaseCpu()));
    long least = baseline.microsPerRow(rows);
    line("");
    long warm = hub - micros(all.compilerCpu());
    line("Baseline (the same number of rows copied in, copied out, staged, updated by one statement): %.1f s, %,d µs a row. The hub with its"
        + " database uses %,d µs a payout, %.0f times that; without the compilers of its JVM, which a hub that is warm hardly needs, %,d µs.",
        baseline.time().toMillis() / 1_000.0, least, hub, (double) hub / Math.max(1, least), warm);
    figures.put("baselineSeconds", baseline.time().toMillis() / 1_000.0);
    figures.put("baselineMicros", least);
    figures.put("hubAndDatabaseMicros", hub);
    figures.put("hubAndDatabaseMicrosWithoutCompilers", warm);
  }

  /** The hub beside a simple program that does the same row by row. */
  void naive(Stopwatch.Stage naive, List<Stopwatch.Stage> stages) {
    Stopwatch.Stage all = all(stages);
    long program = naive.hubCpu().minus(naive.compilerCpu()).toNanos() / 1_000 / naive.rows();
    long database = naive.databaseCpu().plus(naive.welfareCpu()).toNanos() / 1_000 / naive.rows();
    long hub = micros(all.hubCpu().minus(all.compilerCpu()));
    long hubs = micros(all.databaseCpu().plus(all.welfareCpu()));
    line("");
    line("A simple program (an entity, three transactions and a persistent message for each payout, no statement for more than one"
        + " row; no rule of money, one kind of file, warm): %,d payouts in %.1f s, %,d µs of its JVM and %,d µs of PostgreSQL a payout,"
        + " %,d together. The hub in the same terms, without compilers and with the welfare database: %,d and %,d, %,d together.",
        naive.rows(),
        naive.time().toMillis() / 1_000.0, program, database, program + database, hub, hubs, hub + hubs);
    figures.put("naivePayouts", naive.rows());
    figures.put("naiveSeconds", naive.time().toMillis() / 1_000.0);
    figures.put("naiveMicros", program);
    figures.put("naiveDatabaseMicros", database);
  }

  /** @param size bytes of the database at the end, @param grown bytes of them that came with the month */
  void database(DatabaseLoad load, long size, long grown) {
    line("");
    line("Row versions a payout %.2f; write-ahead log %,d bytes and %.3f commits a payout; database %,d MiB at the end, %,d bytes a payout.",
        each(load.versions()), load.walBytes() / payouts, each(load.commits()), size / MIB, grown / payouts);
    line("");
    line("Reads of the console's pages after the month are among these.");
    line("");
    line("| table | versions a payout | inserted | updated | of them HOT | read whole | rows read so | rows read by index, a payout |");
    line("|---|---:|---:|---:|---:|---:|---:|---:|");
    Map<String, Object> tables = new LinkedHashMap<>();
    for (Map.Entry<String, DatabaseLoad.Table> one : load.busiest()) {
      DatabaseLoad.Table table = one.getValue();
      if (each(table.versions()) >= 0.001 || table.scanned() > payouts || table.fetched() > payouts) {
        line("| %s | %.3f | %.3f | %.3f | %s | %,d | %,d | %.1f |", one.getKey(), each(table.versions()), each(table.inserted()),
            each(table.updated()), table.updated() == 0 ? "" : table.hot() * 100 / table.updated() + " %", table.scans(), table.scanned(),
            each(table.fetched()));
        tables.put(one.getKey(), Map.of("inserted", each(table.inserted()), "updated", each(table.updated()), "hot", each(table.hot()),
            "scans", table.scans(), "scanned", table.scanned(), "fetched", each(table.fetched())));
      }
    }
    figures.put("rowVersions", each(load.versions()));
    figures.put("walBytes", load.walBytes() / payouts);
    figures.put("commits", each(load.commits()));
    figures.put("databaseBytes", size);
    figures.put("tables", tables);
  }

  private double each(long count) {
    return (double) count / payouts;
  }

  /** The statements that took PostgreSQL longest. */
  void statements(List<String> longest) {
    line("");
    line("Statements of the hub's database that took longest, in milliseconds of the clock, planning included:");
    line("");
    line("| ms | calls | rows | statement |");
    line("|---:|---:|---:|---|");
    longest.forEach(one -> text.append(one).append('\n'));
  }

  /** The console's pages after the month, one at a time. */
  void pages(List<ConsolePages.Page> pages) {
    line("");
    line("| page of the console | kB | first, ms | next, ms |");
    line("|---|---:|---:|---:|");
    pages.forEach(page -> line("| %s | %d | %d | %d |", page.name(), page.bytes() / 1000, page.first().toMillis(), page.next().toMillis()));
    Map<String, Object> listed = new LinkedHashMap<>();
    pages.forEach(page -> listed.put(page.name(), Map.of("bytes", page.bytes(), "firstMs", page.first().toMillis(), "nextMs",
        page.next().toMillis())));
    figures.put("pages", listed);
  }

  void memory(Properties heap, long peakResident) {
    line("");
    line("Heap of the hub: highest before a collection %d MiB, highest after one %d MiB, of %d MiB; %s collections, %s ms. Resident at"
        + " most %d MiB.", mib(heap, "peak-used"), mib(heap, "peak-live"), mib(heap, "max"), heap.getProperty("collections"),
        heap.getProperty("collecting-ms"), peakResident / MIB);
    figures.put("heapBeforeCollection", Long.parseLong(heap.getProperty("peak-used")));
    figures.put("heapAfterCollection", Long.parseLong(heap.getProperty("peak-live")));
    figures.put("resident", peakResident);
  }

  /** A hub with nothing due, after the month. */
  void idle(Idle idle) {
    double seconds = idle.time().toNanos() / 1e9;
    line("");
    line("With nothing due, timers at their defaults, metrics every 30 s, for %.0f s: hub %.2f (of it compilers %.2f) and PostgreSQL %.2f %% of"
        + " one processor, together %.2f; row versions written %,d (%s), commits %.2f and log %,.0f bytes a second. Started within %.1f s.", seconds,
        100 * idle.hubCpu().toNanos() / 1e9 / seconds, 100 * idle.compilerCpu().toNanos() / 1e9 / seconds,
        100 * idle.databaseCpu().toNanos() / 1e9 / seconds, idle.percent(),
        idle.load().versions(), idle.load().busiest().stream().filter(one -> one.getValue().versions() > 0)
            .map(one -> one.getKey() + " " + one.getValue().versions()).collect(Collectors.joining(", ")),
        idle.load().commits() / seconds, idle.load().walBytes() / seconds, idle.start().toMillis() / 1_000.0);
    figures.put("idleSeconds", seconds);
    figures.put("idlePercent", idle.percent());
    figures.put("idleVersions", idle.load().versions());
    figures.put("startSeconds", idle.start().toMillis() / 1_000.0);
  }

  void checks(List<String> wrong) {
    line("");
    line(wrong.isEmpty() ? "Checked: partners and hub agree on what was paid, in count and dong; no payout has two payments active or paid;"
        + " no payment without an outcome; no file set aside; no breach of a contract." : "**WRONG:**");
    wrong.forEach(one -> line("- %s", one));
    figures.put("wrong", wrong);
  }

  private static long mib(Properties heap, String name) {
    return Long.parseLong(heap.getProperty(name)) / MIB;
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** All figures by name; times a payout in microseconds of processor. */
  String json() throws JsonProcessingException {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n";
  }

  /** The stages as a picture. */
  String svg() {
    return Chart.of(JsonMapper.builder().build().valueToTree(figures), String.valueOf(figures.get("date")));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
