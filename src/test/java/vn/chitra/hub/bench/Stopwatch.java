package vn.chitra.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Times stages one after another; the time between two of them is not counted. */
final class Stopwatch {

  private static final long LOOK_EVERY_MS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Set<String> OTHERS = Set.of("welfare", "partners");

  private final List<Stage> stages = new ArrayList<>();
  private final long hub;
  private final long postgres;

  /** @param hub process id, @param postgres process id of the server */
  Stopwatch(long hub, long postgres) {
    this.hub = hub;
    this.postgres = postgres;
  }

  /**
   * @param rows lines that the stage moved; the CPU times are those of hub, of it the compilers of its JVM, hub's database with
   * all that its server does for it, welfare database and (SFTP server) driver meanwhile
   */
  record Stage(String name, Duration time, long rows, Duration hubCpu, Duration compilerCpu, Duration databaseCpu, Duration welfareCpu,
      Duration driverCpu) {

    Stage plus(Stage other) {
      return new Stage(name, time.plus(other.time), rows, hubCpu.plus(other.hubCpu), compilerCpu.plus(other.compilerCpu),
          databaseCpu.plus(other.databaseCpu), welfareCpu.plus(other.welfareCpu), driverCpu.plus(other.driverCpu));
    }
  }

  /** Starts the stage and waits until it is done. Fails when the hub ends or takes more than a quarter of an hour. */
  void time(String name, Runnable start, BooleanSupplier done, LongSupplier rows) throws InterruptedException {
    Duration hubBefore = CpuTimes.of(hub);
    Duration compilersBefore = CpuTimes.ofCompilers(hub);
    Duration databaseBefore = CpuTimes.of(postgres);
    Duration othersBefore = CpuTimes.ofSessions(postgres, OTHERS);
    Duration driverBefore = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    long began = System.nanoTime();
    start.run();
    while (!done.getAsBoolean()) {
      if (!ProcessHandle.of(hub).map(ProcessHandle::isAlive).orElse(false) || System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException("the hub did not finish «" + name + "»");
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    Duration others = CpuTimes.ofSessions(postgres, OTHERS).minus(othersBefore);
    stages.add(new Stage(name, time, rows.getAsLong(), CpuTimes.of(hub).minus(hubBefore),
        CpuTimes.ofCompilers(hub).minus(compilersBefore), CpuTimes.of(postgres).minus(databaseBefore).minus(others), others,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).minus(driverBefore)));
  }

  List<Stage> stages() {
    return List.copyOf(stages);
  }
}
