package vn.chitra.hub.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements kept as text under {@code sql/<module>/} on the classpath; each runs in psql as it is. */
public final class SqlText {

  private SqlText() {}

  /**
   * @param name {@code <module>/<statement>}, without the ending
   * @throws IllegalStateException when there is no such statement
   */
  public static String of(String name) {
    String path = "/sql/" + name + ".sql";
    try (InputStream text = SqlText.class.getResourceAsStream(path)) {
      if (text == null) {
        throw new IllegalStateException("no statement " + path + " on the classpath");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
