package vn.chitra.hub.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.ChildClassPath;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.naive.NaiveMonth;

/** Runs the simple program in a process of its own, on the same server, and measures it as the hub is measured. */
final class NaivePeer {

  private static final long START_SECONDS = 120;

  private NaivePeer() {}

  /**
   * Lets it pay as many payouts to warm up, and then those that count.
   *
   * @param postgres process id of the server; nobody else may work on it meanwhile
   * @throws IllegalStateException when a row, a line or a dong is missing at the end
   */
  static Stopwatch.Stage measure(Options options, EmbeddedDatabases databases, long postgres) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(options.folder().resolve("naive"));
    Path log = folder.resolve("naive.log");
    Process process = start(options, databases, folder, log.toFile());
    try (OutputStream input = process.getOutputStream()) {
      Stopwatch watch = new Stopwatch(process.pid(), postgres);
      for (long tenth = 0; ready(log) < 1; tenth++) {
        if (!process.isAlive() || tenth > START_SECONDS * 10) {
          throw new IllegalStateException("the simple program did not start; see " + log);
        }
        Thread.sleep(100);
      }
      for (int round = 1; round <= 2; round++) {
        int before = round;
        watch.time("simple program, round " + round, () -> send(input, options.naive()), () -> ready(log) > before, options::naive);
      }
      check(databases, folder, 2 * options.naive());
      return watch.stages().get(1);
    } finally {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static Process start(Options options, EmbeddedDatabases databases, Path folder, File log) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + options.heap()));
    command.addAll(options.hubOptions());
    command.addAll(List.of(ChildClassPath.option(folder), NaiveMonth.class.getName(), "--spring.config.name=naive",
        "--logging.level.root=WARN", "--naive.folder=" + folder, "--naive.welfare=" + databases.welfareAsOwner().url(),
        "--spring.datasource.url=" + databases.partners().url(), "--spring.datasource.username=" + databases.partners().username(),
        "--spring.datasource.password=" + databases.partners().password(), "--spring.jpa.hibernate.ddl-auto=create",
        "--spring.jpa.properties.hibernate.hbm2ddl.create_namespaces=true", "--spring.jms.template.session.transacted=true",
        "--spring.artemis.mode=embedded", "--spring.artemis.embedded.persistent=true",
        "--spring.artemis.embedded.data-directory=" + folder.resolve("broker")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "simple-program-ends"));
    return process;
  }

  private static void send(OutputStream input, int count) {
    try {
      input.write((count + "\n").getBytes(StandardCharsets.US_ASCII));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ready(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(NaiveMonth.READY::equals).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines, paid entities, results and the partner's lines must be as many, and of as many dong. */
  private static void check(EmbeddedDatabases databases, Path folder, int count) throws IOException {
    JdbcTemplate welfare = new JdbcTemplate(databases.welfareAsOwner().dataSource());
    String sums = "select count(*) || ' / ' || sum(amount_vnd) from ";
    String owed = welfare.queryForObject(sums + "(select amount_vnd from welfare.payroll_item order by payroll_id, line_no limit " + count
        + ") o", String.class);
    String paid = new JdbcTemplate(databases.partners().dataSource()).queryForObject(sums + "naive.payment where state = 'PAID'",
        String.class);
    String written = welfare.queryForObject(sums + "naive.payout_result where outcome = 'PAID'", String.class);
    long lines = 0;
    long dong = 0;
    for (int from = 0; from < count; from += count / 2) {
      List<String> sent = Files.readAllLines(folder.resolve("payments-" + from + ".csv"));
      lines += sent.size();
      dong += sent.stream().mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(';') + 1))).sum();
    }
    List<String> all = List.of(String.valueOf(owed), String.valueOf(paid), String.valueOf(written), lines + " / " + dong);
    if (!String.valueOf(owed).startsWith(count + " / ") || all.stream().distinct().count() != 1) {
      throw new IllegalStateException("the simple program owed, paid, wrote and sent " + all + " instead of " + count);
    }
  }
}
