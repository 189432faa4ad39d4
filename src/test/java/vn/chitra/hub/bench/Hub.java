package vn.chitra.hub.bench;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.chitra.hub.sim.ChildClassPath;

/** The hub's JVM, seen from outside. */
final class Hub implements AutoCloseable {

  private static final long START_SECONDS = 900;
  private static final String READY = "messages queued again";
  private static final List<String> QUICK = List.of("hub.poll.payrolls=1s", "hub.poll.batches=5s", "hub.poll.inbox=2s",
      "hub.poll.results=2s", "hub.poll.reconciliation=60s", "hub.poll.recovery=60s");

  private final Process process;
  private final Path log;
  private final Path figures;

  private Hub(Process process, Path log, Path figures) {
    this.process = process;
    this.log = log;
    this.figures = figures;
  }

  /** Starts it with quick timers and waits until it is at work. */
  static Hub start(Options options, Path clock, List<String> settings) throws IOException, InterruptedException {
    return started("hub", options, clock, Stream.concat(QUICK.stream().map("--"::concat), settings.stream()).toList());
  }

  /** Starts it with every timer at its default and waits until it is at work. */
  static Hub startUnhurried(Options options, Path clock, List<String> settings) throws IOException, InterruptedException {
    return started("hub-at-rest", options, clock, settings);
  }

  private static Hub started(String name, Options options, Path clock, List<String> settings)
      throws IOException, InterruptedException {
    Path figures = options.folder().resolve(name + "-heap.properties");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + options.heap()));
    command.addAll(options.hubOptions());
    command.addAll(List.of(ChildClassPath.option(options.folder()), HubProcess.class.getName(), clock.toString(), figures.toString(),
        "--hub.data-dir=" + options.folder().resolve("hub")));
    command.addAll(settings);
    Path log = options.folder().resolve(name + ".log");
    File output = log.toFile();
    Hub hub = new Hub(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start(), log, figures);
    Runtime.getRuntime().addShutdownHook(new Thread(hub.process::destroy, "hub-ends"));
    hub.waitUntilReady();
    return hub;
  }

  private void waitUntilReady() throws IOException, InterruptedException {
    for (long tenth = 0; !Files.readString(log).contains(READY); tenth++) {
      if (!process.isAlive() || tenth > START_SECONDS * 10) {
        process.destroyForcibly();
        throw new IllegalStateException("the hub did not start; see " + log);
      }
      Thread.sleep(100);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Most memory that the process ever held, bytes; zero where the system does not say. */
  long peakResident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElse(0);
  }

  /** Ends the hub in order and reads what it noted of its heap. */
  Properties end() throws IOException, InterruptedException {
    close();
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(figures)) {
      read.load(in);
    }
    return read;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
