package vn.chitra.hub.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Loads a list of words by key, a UTF-8 properties file on the classpath. */
public final class WordList {

  /** The words of the settlement report, Vietnamese: {@code held.<reason>}, {@code programme.<code>}, … */
  public static final String SETTLEMENT_REPORT = "/settlement-report/words.properties";

  private WordList() {}

  /** @throws IllegalStateException when there is no such file */
  public static Properties read(String path) {
    try (InputStream file = WordList.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("no words " + path + " on the classpath");
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
