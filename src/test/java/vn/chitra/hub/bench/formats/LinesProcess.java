package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * {@link ManyLines} in a process of its own with a heap of its own.
 *
 * @param figures what it measured, @param heap how much of its heap it used
 */
record LinesProcess(Properties figures, Properties heap) {

  /** @throws IllegalStateException when the process ended badly, with the last it said */
  static LinesProcess run(String label, int lines, String heap, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path figures = folder.resolve(label + ".properties");
    Path heapFigures = folder.resolve(label + ".heap.properties");
    Path log = folder.resolve(label + ".log");
    Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap,
        "-cp", classPath(), ManyLines.class.getName(), label, Integer.toString(lines), figures.toString(), heapFigures.toString()))
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(label + ": " + Files.readString(log));
    }
    return new LinesProcess(read(figures), read(heapFigures));
  }

  long figure(String name) {
    return Long.parseLong(figures.getProperty(name));
  }

  /** Bytes. */
  long peak(String name) {
    return Long.parseLong(heap.getProperty(name));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
