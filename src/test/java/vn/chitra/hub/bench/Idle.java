package vn.chitra.hub.bench;

import java.io.IOException;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A hub with nothing due, its timers at their defaults, its metrics read every half minute.
 *
 * @param start from the start of its JVM until it is at work
 * @param time watched, after ten minutes in which it comes to rest
 * @param hubCpu processor time of its JVM meanwhile
 * @param compilerCpu of it the compilers': a JVM that has run for days hardly needs them
 * @param databaseCpu processor time of the whole PostgreSQL server meanwhile
 * @param load of the hub's database meanwhile
 */
record Idle(Duration start, Duration time, Duration hubCpu, Duration compilerCpu, Duration databaseCpu,
    DatabaseLoad load) {

  private static final long REST_MS = 600_000;
  private static final long METRICS_MS = 30_000;

  /** @param hub just started, @param start how long that took, @param postgres process id of the server, @param time to watch it */
  static Idle watch(Hub hub, Duration start, long postgres, ConsolePages pages, JdbcTemplate jdbc, Duration time)
      throws IOException, InterruptedException {
    scrape(pages, REST_MS);
    DatabaseLoad load = DatabaseLoad.of(jdbc);
    Duration hubBefore = CpuTimes.of(hub.pid());
    Duration compilersBefore = CpuTimes.ofCompilers(hub.pid());
    Duration databaseBefore = CpuTimes.of(postgres);
    long began = System.nanoTime();
    scrape(pages, time.toMillis());
    Duration watched = Duration.ofNanos(System.nanoTime() - began);
    return new Idle(start, watched, CpuTimes.of(hub.pid()).minus(hubBefore),
        CpuTimes.ofCompilers(hub.pid()).minus(compilersBefore), CpuTimes.of(postgres).minus(databaseBefore),
        DatabaseLoad.of(jdbc).since(load));
  }

  private static void scrape(ConsolePages pages, long millis) throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (System.nanoTime() - began < millis * 1_000_000) {
      Thread.sleep(METRICS_MS);
      pages.metrics();
    }
  }

  /** Of one processor. */
  double percent() {
    return 100.0 * hubCpu.plus(databaseCpu).toNanos() / time.toNanos();
  }
}
