package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** Processor time that a process and everything below it has used, as Linux counts it. */
final class CpuTimes {

  private static final int TICKS_PER_SECOND = 100;
  private static final int FIRST_TIME = 11;
  private static final int TIMES = 4;
  private static final String BACKEND = "postgres: ";

  private CpuTimes() {}

  /** Ended children included; zero where the system does not say. */
  static Duration of(long pid) {
    return of(pid, process -> true);
  }

  /**
   * Only the sessions of some databases, of those that are connected now.
   *
   * @param postgres process id of the server
   */
  static Duration ofSessions(long postgres, Set<String> databases) {
    return of(postgres, process -> process != postgres && databases.contains(database(process)));
  }

  private static Duration of(long pid, LongPredicate wanted) {
    return ProcessHandle.of(pid).map(process -> Stream.concat(Stream.of(process), process.descendants()).map(ProcessHandle::pid)
        .filter(wanted::test).map(CpuTimes::ofOne).reduce(Duration.ZERO, Duration::plus)).orElse(Duration.ZERO);
  }

  /** A session's title reads {@code postgres: <user> <database> <address> <activity>}. */
  private static String database(long pid) {
    try {
      String title = new String(Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")), StandardCharsets.UTF_8);
      String[] words = title.startsWith(BACKEND) ? title.substring(BACKEND.length()).split(" ") : new String[0];
      return words.length > 1 ? words[1] : "";
    } catch (IOException e) {
      return "";   // it ended meanwhile, or this is no Linux
    }
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
