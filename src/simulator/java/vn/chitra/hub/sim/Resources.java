package vn.chitra.hub.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The simulators' own data on the test classpath. */
public final class Resources {

  private Resources() {}

  /** @throws IllegalArgumentException when there is no such resource */
  public static String text(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a CSV without quotes, heading left out; each split at commas, empty fields kept. */
  public static List<String[]> rows(String path) {
    return text(path).lines().skip(1).filter(line -> !line.isBlank()).map(line -> line.split(",", -1)).toList();
  }
}
