package vn.chitra.hub.sim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that outlived its JVM and would lock its data directory for ever. */
final class OrphanedPostgres {

  private static final int PATIENCE_SECONDS = 30;

  private OrphanedPostgres() {}

  /**
   * Ends the server that still works on this data directory and waits until it is gone; none there is fine. Touches only a process
   * that is {@code postgres} and was started on this very directory: a stale pid file may name anybody.
   */
  static void end(Path dataDirectory) throws IOException, InterruptedException {
    Path pidFile = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> server = pidIn(pidFile).flatMap(ProcessHandle::of).filter(p -> worksOn(p, dataDirectory));
    if (server.isPresent()) {
      endAndWait(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /** Ends the server that works on this data directory with SIGKILL and waits until its sessions are gone too. */
  static void kill(Path dataDirectory) throws IOException, InterruptedException {
    Path pidFile = dataDirectory.resolve("postmaster.pid");
    ProcessHandle server = pidIn(pidFile).flatMap(ProcessHandle::of).filter(p -> worksOn(p, dataDirectory)).orElseThrow();
    List<ProcessHandle> backends = server.children().toList();
    server.destroyForcibly();
    backends.forEach(ProcessHandle::destroyForcibly);
    goneWithin(server, PATIENCE_SECONDS);
    for (ProcessHandle backend : backends) {
      goneWithin(backend, PATIENCE_SECONDS);
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<Long> pidIn(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
        ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
  }

  private static boolean worksOn(ProcessHandle process, Path dataDirectory) {
    String commandLine = commandLine(process);
    String program = commandLine.split("[\\x00 ]", 2)[0];
    return program.endsWith("/postgres") && commandLine.contains(dataDirectory.toString());
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return process.info().commandLine().orElse("");   // no /proc here, or just gone
    }
  }

  private static void endAndWait(ProcessHandle server) throws InterruptedException {
    List<ProcessHandle> backends = server.children().toList();
    server.destroy();
    if (!goneWithin(server, PATIENCE_SECONDS)) {
      server.destroyForcibly();
      backends.forEach(ProcessHandle::destroyForcibly);
      if (!goneWithin(server, PATIENCE_SECONDS)) {
        throw new IllegalStateException("an old postgres (pid " + server.pid() + ") does not end");
      }
    }
    for (ProcessHandle backend : backends) {
      goneWithin(backend, PATIENCE_SECONDS);
    }
  }

  private static boolean goneWithin(ProcessHandle process, int seconds) throws InterruptedException {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    }
  }
}
