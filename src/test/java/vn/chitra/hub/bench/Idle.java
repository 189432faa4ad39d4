package vn.chitra.hub.bench;

import java.io.IOException;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A hub with nothing due, its timers at their defaults, its metrics read every half minute.
 *
 * @param start from the start of its JVM until it is at work
 * @param time watched, after a minute in which it comes to rest
 * @param hubCpu processor time of its JVM meanwhile
 * @param databaseCpu processor time of the whole PostgreSQL server meanwhile
 * @param load of the hub's database meanwhile
 */
record Idle(Duration start, Duration time, Duration hubCpu, Duration databaseCpu, DatabaseLoad load) {

  private static final long REST_MS = 60_000;
  private static final long METRICS_MS = 30_000;

  /** @param hub just started, @param start how long that took, @param postgres process id of the server, @param time to watch it */
  static Idle watch(Hub hub, Duration start, long postgres, ConsolePages pages, JdbcTemplate jdbc, Duration time)
      throws IOException, InterruptedException {
    pages.metrics();
    Thread.sleep(REST_MS);
    DatabaseLoad load = DatabaseLoad.of(jdbc);
    Duration hubBefore = CpuTimes.of(hub.pid());
    Duration databaseBefore = CpuTimes.of(postgres);
    long began = System.nanoTime();
    while (System.nanoTime() - began < time.toNanos()) {
      Thread.sleep(METRICS_MS);
      pages.metrics();
    }
    Duration watched = Duration.ofNanos(System.nanoTime() - began);
    return new Idle(start, watched, CpuTimes.of(hub.pid()).minus(hubBefore), CpuTimes.of(postgres).minus(databaseBefore),
        DatabaseLoad.of(jdbc).since(load));
  }

  /** Of one processor. */
  double percent() {
    return 100.0 * hubCpu.plus(databaseCpu).toNanos() / time.toNanos();
  }
}
