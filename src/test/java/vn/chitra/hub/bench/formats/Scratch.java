package vn.chitra.hub.bench.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for files that a benchmark makes; gone when it is closed. */
final class Scratch implements AutoCloseable {

  private static final int BUFFER = 8 * 1024;
  private final Path folder;

  Scratch() throws IOException {
    folder = Files.createTempDirectory("formats-");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** The reference measurement for a format: the same bytes read and written once, through the same buffers. @return bytes */
  long copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from); OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        bytes += read;
      }
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
