package vn.chitra.hub.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.ChildClassPath;
import vn.chitra.hub.sim.EmbeddedDatabases;

/**
 * A quarter in a province of a few communes, played once by the demo command in a process of its own, for all tests that check its results:
 * the log, the databases, the archive.
 */
final class PlayedQuarter {

  private static final int MINUTES = 12;
  private static @Nullable PlayedQuarter played;

  private final Path folder;
  private final int status;
  private final String log;
  private final EmbeddedDatabases databases;

  private PlayedQuarter(Path folder, int status, String log, EmbeddedDatabases databases) {
    this.folder = folder;
    this.status = status;
    this.log = log;
    this.databases = databases;
  }

  static synchronized PlayedQuarter get() throws IOException, InterruptedException, SQLException {
    if (played == null) {
      played = play();
    }
    return played;
  }

  private static PlayedQuarter play() throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("quarter");
    Path log = folder.resolve("log");
    Process process = new ProcessBuilder(command(folder)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(process, folder), "quarter-ends"));
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("the quarter did not end: " + Files.readString(log, StandardCharsets.UTF_8));
    }
    return new PlayedQuarter(folder, process.exitValue(), Files.readString(log, StandardCharsets.UTF_8),
        EmbeddedDatabases.open(folder.resolve("data/outside/postgres")));
  }

  private static List<String> command(Path folder) throws IOException {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=240m", ChildClassPath.option(folder), DemoMonth.class.getName(), "--demo.once=true", "--demo.months=3",
        "--demo.payouts=400", "--demo.communes=6", "--logging.level.vn.chitra.hub=TRACE",
        "--logging.logback.rollingpolicy.max-file-size=1GB", "--hub.data-dir=" + folder.resolve("data"));
  }

  private static void clear(Process process, Path folder) {
    process.destroyForcibly();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder + ": " + e);
    }
  }

  int status() {
    return status;
  }

  /** What the demo command printed. */
  String log() {
    return log;
  }

  /** The lines of the hub itself, all in one file. */
  String hubLog() throws IOException {
    return Files.readString(folder.resolve("data/hub.log"), StandardCharsets.UTF_8);
  }

  JdbcTemplate hub() {
    return new JdbcTemplate(databases.hub().dataSource());
  }

  JdbcTemplate welfare() {
    return new JdbcTemplate(databases.welfareAsOwner().dataSource());
  }

  JdbcTemplate partners() {
    return new JdbcTemplate(databases.partners().dataSource());
  }

  /** Exact bytes that the hub archived. */
  Path archived(String sha256) {
    return folder.resolve("data/archive").resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
