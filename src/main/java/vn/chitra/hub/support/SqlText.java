package vn.chitra.hub.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loads the SQL statements under {@code sql/<module>/} on the classpath; each also runs in psql unchanged. */
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
