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

  /**
   * Only the threads of a JVM that translate byte code: most of it is spent once, while the hub warms up. Such a thread may end when it has
   * nothing to do, and its time with it.
   */
  static Duration ofCompilers(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads.filter(CpuTimes::compiles).map(CpuTimes::ofOne).reduce(Duration.ZERO, Duration::plus);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }

  private static boolean compiles(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("C[12] CompilerThre.*\\s*");
    } catch (IOException e) {
      return false;   // it ended meanwhile
    }
  }

  private static Duration ofOne(long pid) {
    return ofOne(Path.of("/proc", Long.toString(pid)));
  }

  /** Of a process or of a thread. */
  private static Duration ofOne(Path folder) {
    try {
      String line = Files.readString(folder.resolve("stat"));
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
