package vn.chitra.hub.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.chitra.hub.sim.BusinessDays;

/**
 * The options of the benchmark, as system properties {@code bench.*}.
 *
 * @param payouts payroll lines of the month
 * @param warmUp payroll lines of the month before, of other people, which is played first and not counted; 0: none
 * @param heap the hub's {@code -Xmx}
 * @param hubOptions further options of the hub's JVM, say for a flight recording
 * @param sampled whether the statements that PostgreSQL takes longest for are listed too
 * @param rules false: the database's triggers sleep, to see what the rules of money cost
 * @param history old payouts that are in the hub's database before the month
 * @param naive payouts that a simple program pays after the month, for comparison; 0: none
 * @param idle seconds for which the hub, after the month, is watched with nothing due and its timers at their defaults; 0: none
 * @param date day of the run, for its report
 * @param folder where everything happens; made anew
 */
record Options(int payouts, int warmUp, long seed, String heap, List<String> hubOptions, boolean sampled, boolean rules, int history,
    int naive, int idle, LocalDate date, Path folder) {

  /** @throws RuntimeException when a number or the day is none */
  static Options ofSystem() {
    return new Options(Integer.getInteger("bench.payouts", 100_000), Integer.getInteger("bench.warm-up", 10_000),
        Long.getLong("bench.seed", 1),
        System.getProperty("bench.heap", "512m"),
        Stream.of(System.getProperty("bench.hub-options", "").split(" ")).filter(option -> !option.isBlank()).toList(),
        Boolean.getBoolean("bench.sampled"), !"false".equals(System.getProperty("bench.rules")),
        Integer.getInteger("bench.history", 0), Integer.getInteger("bench.naive", 0), Integer.getInteger("bench.idle", 0),
        day(System.getProperty("bench.date", "")),
        Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath());
  }

  private static LocalDate day(String date) {
    return date.isBlank() ? LocalDate.now(BusinessDays.ZONE) : LocalDate.parse(date);
  }
}
