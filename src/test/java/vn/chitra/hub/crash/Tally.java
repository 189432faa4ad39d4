package vn.chitra.hub.crash;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts the faults, the findings and the time of a run; printed as it happens. */
public final class Tally {

  private final PrintStream console;
  private final Supplier<Instant> businessTime;
  private final CrashOptions options;
  private final long began = System.nanoTime();
  private final Map<String, Integer> landed = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private int kills;
  private int months;
  private int starts;
  private long startNanos;
  private Duration startProcessor = Duration.ZERO;

  Tally(CrashOptions options, PrintStream console, Supplier<Instant> businessTime) {
    this.options = options;
    this.console = console;
    this.businessTime = businessTime;
  }

  void landed(Fault fault) {
    kills++;
    landed.merge(fault.name(), 1, Integer::sum);
    console.printf("%4d s  kill %d: %s #%d at %s%n", seconds(), kills, fault.name(), fault.passing(), businessTime.get());
  }

  void ready(long nanos, Duration processor) {
    starts++;
    startNanos += nanos;
    startProcessor = startProcessor.plus(processor);
  }

  void violation(String what) {
    String where = what + " [seed " + options.seed() + ", after kill " + kills + ", business time " + businessTime.get() + "; look into "
        + options.folder() + "]";
    violations.add(where);
    console.println("VIOLATION " + where);
  }

  void monthEnded() {
    months++;
    console.printf("%4d s  month %d is over: kills %d, violations %d%n", seconds(), months, kills, violations.size());
  }

  /** How long a start took so far, on average. */
  long readyAfterMillis() {
    return TimeUnit.NANOSECONDS.toMillis(startNanos) / Math.max(1, starts);
  }

  int kills() {
    return kills;
  }

  List<String> violations() {
    return violations;
  }

  void print() {
    landed.forEach((name, count) -> console.printf("  %-28s %3d%n", name, count));
    console.printf("months=%d starts=%d ready-after-ms=%d processor-ms=%d seconds=%d%n", months, starts, readyAfterMillis(),
        startProcessor.toMillis() / Math.max(1, starts), seconds());
    violations.forEach(violation -> console.println("VIOLATION " + violation));
    console.printf("kills=%d violations=%d seed=%d%n", kills, violations.size(), options.seed());
    console.flush();
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }
}
