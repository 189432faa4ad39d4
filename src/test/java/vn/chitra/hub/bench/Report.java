package vn.chitra.hub.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The figures as a Markdown table. */
final class Report {

  private static final long MIB = 1 << 20;
  private final StringBuilder text = new StringBuilder();

  Report(Options options, String volume) {
    line("# Bulk path, %,d payroll lines, hub with -Xmx%s%s", options.payouts(), options.heap(),
        options.rules() ? "" : ", the database's rules asleep");
    line("");
    line("%s. Machine: %d processors, JDK %s, load average at the end %.1f.", volume, Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    line("");
  }

  void stages(List<Stopwatch.Stage> stages) {
    line("| stage | s | rows | rows/s | hub CPU s | PostgreSQL CPU s | SFTP server CPU s |");
    line("|---|---:|---:|---:|---:|---:|---:|");
    stages.forEach(this::stage);
    stage(stages.stream().reduce(Report::together).map(all -> new Stopwatch.Stage("**all**", all.time(), stages.get(0).rows(),
        all.hubCpu(), all.databaseCpu(), all.driverCpu())).orElseThrow());
  }

  private static Stopwatch.Stage together(Stopwatch.Stage one, Stopwatch.Stage other) {
    return new Stopwatch.Stage("", one.time().plus(other.time()), 0, one.hubCpu().plus(other.hubCpu()),
        one.databaseCpu().plus(other.databaseCpu()), one.driverCpu().plus(other.driverCpu()));
  }

  private void stage(Stopwatch.Stage stage) {
    line("| %s | %s | %,d | %,d | %s | %s | %s |", stage.name(), seconds(stage.time()), stage.rows(),
        stage.rows() * 1_000 / Math.max(1, stage.time().toMillis()), seconds(stage.hubCpu()), seconds(stage.databaseCpu()),
        seconds(stage.driverCpu()));
  }

  void memory(Properties heap, long peakResident) {
    line("");
    line("Heap of the hub: highest before a collection %d MiB, highest after one %d MiB, of %d MiB; %s collections, %s ms. Resident at"
        + " most %d MiB.", mib(heap, "peak-used"), mib(heap, "peak-live"), mib(heap, "max"), heap.getProperty("collections"),
        heap.getProperty("collecting-ms"), peakResident / MIB);
  }

  void checks(List<String> wrong) {
    line("");
    line(wrong.isEmpty() ? "Checked: partners and hub agree on what was paid, in count and dong; no payout has two payments alive or paid;"
        + " no payment without an outcome; no file set aside; no breach of a contract." : "**WRONG:**");
    wrong.forEach(one -> line("- %s", one));
  }

  private static long mib(Properties heap, String name) {
    return Long.parseLong(heap.getProperty(name)) / MIB;
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1_000.0);
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
