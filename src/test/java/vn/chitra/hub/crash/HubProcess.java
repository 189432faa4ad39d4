package vn.chitra.hub.crash;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One life of the hub's process, from its start to its end. */
final class HubProcess {

  private static final String GONE = "GONE";
  private static final String READY = "READY ";
  private static final String DUE = "DUE ";
  private static final int PATIENCE_SECONDS = 60;
  private static final List<String> SLIM = List.of("-Xmx384m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
      "-XX:ReservedCodeCacheSize=240m", "-Xshare:auto", "-XX:-UsePerfData");

  private final Process process;
  private final BufferedWriter orders;
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
  private volatile @Nullable String haltedAt;
  private int queried;

  private HubProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
    Thread reader = new Thread(this::read, "hub-replies");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param image with its archive, or to make one where there is none yet
   * @param properties of the process, as {@code name=value}
   * @param settings arguments of the hub
   * @param log its standard error, appended
   */
  static HubProcess start(SlimImage image, List<String> properties, List<String> settings, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SLIM);
    command.add((Files.exists(image.archive()) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + image.archive());
    properties.forEach(property -> command.add("-D" + property));
    command.addAll(List.of("-cp", image.classPath(), CrashHub.class.getName()));
    command.addAll(settings);
    return new HubProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("HALT ")) {
          haltedAt = line.substring("HALT ".length());
        } else if (line.startsWith(READY) || line.startsWith(DUE)) {
          replies.add(line);   // anything else, a dump of threads say, is no answer
        }
      }
    } catch (IOException e) {
      haltedAt = haltedAt == null ? "" : haltedAt;   // its end may cut a line short
    }
    replies.add(GONE);
  }

  /** @return the processor time that it took so far; empty when it ended before it was ready */
  Optional<Duration> awaitReady(int seconds) throws InterruptedException {
    String reply = replies.poll(seconds, TimeUnit.SECONDS);
    if (reply == null) {
      throw new IllegalStateException("the hub is not ready after " + seconds + " s");
    }
    return reply.startsWith(READY) ? Optional.of(Duration.ofMillis(Long.parseLong(reply.substring(READY.length())))) : Optional.empty();
  }

  /** The due work as text, {@code {}} = nothing; empty when the process does not answer, or is gone. */
  Optional<String> due() throws InterruptedException {
    String response = DUE + ++queried + " ";
    if (!notify("due " + queried)) {
      return Optional.empty();
    }
    String reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (reply != null && reply.startsWith(DUE) && !reply.startsWith(response)) {
      reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);   // it answers a question of which nobody waits for the answer any more
    }
    return Optional.ofNullable(reply).filter(text -> text.startsWith(response)).map(text -> text.substring(response.length()))
        .filter(text -> text.startsWith("{"));
  }

  /** @return false when it has ended and hears nothing any more */
  boolean notify(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
      return true;
    } catch (IOException e) {
      return false;   // it has ended; whoever looks at isAlive() actions on it
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** Where it halted by itself; empty when somebody else ended it. */
  Optional<String> haltedAt() throws InterruptedException {
    process.waitFor();
    return Optional.ofNullable(haltedAt).filter(point -> !point.isEmpty());
  }

  int status() throws InterruptedException {
    return process.waitFor();
  }
}
