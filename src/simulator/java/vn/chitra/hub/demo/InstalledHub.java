package vn.chitra.hub.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import vn.chitra.hub.operations.DueWork;

/** The distribution archive, unpacked and started by its own script as an ordinary process; settings by environment variables alone. */
final class InstalledHub implements DueWork, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long BLINK_NANOS = 5_000_000;

  private final Path home;
  private final Path controller;
  private final Process process;
  private int queried;

  private InstalledHub(Path home, Path controller, Process process) {
    this.home = home;
    this.controller = controller;
    this.process = process;
  }

  /** The archive of this build; empty before {@code package}. */
  static Optional<Path> archive() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built.filter(file -> file.getFileName().toString().matches("chitra-hub-.*\\.tar\\.gz")).findFirst();
    }
  }

  /**
   * @param folder for the unpacked archive and the log
   * @param hand folder of the {@link HubController}
   */
  static InstalledHub start(Path archive, Path folder, Path controller, Map<String, String> variables) throws IOException,
      InterruptedException {
    Path home = unpack(archive, folder);
    int installed = script(home, folder, variables, "install.log", "-Xmx512m", "install").start().waitFor();
    if (installed != 0) {
      throw new IllegalStateException("bin/chitra-hub install: " + installed + ", " + HubController.read(home.resolve("install.log")));
    }
    return new InstalledHub(home, controller, script(home, folder, variables, "log", "-Xmx512m -XX:TieredStopAtLevel=1"
        + " -XX:ReservedCodeCacheSize=240m -Xlog:class+load:file=" + home.resolve("classes.log") + " -javaagent:" + controllerJar(folder)
        + "=" + controller).start());
  }

  private static ProcessBuilder script(Path home, Path folder, Map<String, String> variables, String log, String options,
      String... arguments) {
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/chitra-hub").toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder command = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
        .redirectOutput(home.resolve(log).toFile());
    command.environment().keySet().retainAll(List.of("PATH"));
    command.environment().putAll(variables);
    command.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", options));
    return command;
  }

  static Path unpack(Path archive, Path folder) throws IOException, InterruptedException {
    int status = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", folder.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("tar.log").toFile()).start().waitFor();
    try (Stream<Path> unpacked = Files.list(folder)) {
      return unpacked.filter(one -> status == 0 && one.getFileName().toString().startsWith("chitra-hub-")).findFirst()
          .orElseThrow(() -> new IOException("tar could not unpack " + archive));
    }
  }

  /** The classes that the hub itself does not contain: see {@link HubController}. */
  private static Path controllerJar(Path folder) throws IOException {
    Path classes = Path.of("target/test-classes");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), HubController.class.getName());
    Path jar = folder.resolve("hand.jar");
    try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> compiled = Files.list(classes.resolve("vn/chitra/hub/demo"))) {
      for (Path one : compiled.filter(path -> path.getFileName().toString().startsWith("HubController")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
        Files.copy(one, out);
      }
      out.putNextEntry(new JarEntry("META-INF/spring.factories"));
      out.write((ApplicationContextInitializer.class.getName() + "=" + HubController.class.getName() + "\n").getBytes());
    }
    return jar;
  }

  /** Asks and waits for the answer; the first answer comes when the hub is up. */
  @Override
  public Map<String, Long> due() {
    String query = Integer.toString(++queried);
    HubController.write(controller.resolve("ask"), query);
    long until = System.nanoTime() + PATIENCE.toNanos();
    String reply = HubController.read(controller.resolve("answer"));
    while (!reply.startsWith(query + " ")) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("no answer from the hub: " + log());
      }
      LockSupport.parkNanos(BLINK_NANOS);
      reply = HubController.read(controller.resolve("answer"));
    }
    return parsed(reply.substring(query.length() + 1));
  }

  private static Map<String, Long> parsed(String map) {
    Map<String, Long> due = new LinkedHashMap<>();
    for (String entry : map.substring(1, map.length() - 1).split(", ")) {
      if (!entry.isEmpty()) {
        due.put(entry.substring(0, entry.indexOf('=')), Long.parseLong(entry.substring(entry.indexOf('=') + 1)));
      }
    }
    return due;
  }

  String log() {
    return HubController.read(home.resolve("log"));
  }

  /** Where the JVM had each of its classes from, one a line. */
  String classes() {
    return HubController.read(home.resolve("classes.log"));
  }

  /** Asks it to end. @return its exit status */
  int end() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the hub does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
