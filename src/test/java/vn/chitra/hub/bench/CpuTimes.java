package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that a process and everything below it has used, as Linux counts it. */
final class CpuTimes {

  private static final int TICKS_PER_SECOND = 100;
  private static final int FIRST_TIME = 11;
  private static final int TIMES = 4;

  private CpuTimes() {}

  /** Ended children included; zero where the system does not say. */
  static Duration of(long pid) {
    return ProcessHandle.of(pid).map(process -> Stream.concat(Stream.of(process), process.descendants()).map(ProcessHandle::pid)
        .map(CpuTimes::ofOne).reduce(Duration.ZERO, Duration::plus)).orElse(Duration.ZERO);
  }

  private static Duration ofOne(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    } catch (IOException e) {
      return Duration.ZERO;   // it ended meanwhile, or this is no Linux
    }
  }
}
