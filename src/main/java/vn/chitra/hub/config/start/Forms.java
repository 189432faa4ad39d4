package vn.chitra.hub.config.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.postgresql.Driver;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;
import vn.chitra.hub.support.TrustedCertificates;

/** The valid forms of a setting's text. */
final class Forms {

  static final Predicate<String> ANY_TEXT = text -> true;
  static final Predicate<String> SOME_TEXT = text -> !text.isBlank();
  static final Predicate<String> POSTGRESQL = text -> text.startsWith("jdbc:postgresql:") && Driver.parseURL(text, null) != null;
  static final Predicate<String> HTTPS = text -> text.matches("https://[^\\s?#/]+(/[^\\s?#]*)?");
  static final Predicate<String> WEB_ADDRESS = text -> text.matches("https?://[^\\s?#/]+(/[^\\s?#]*)?");
  static final Predicate<String> PORT = text -> text.matches("\\d{1,5}") && between(text, 1, 65_535);
  static final Predicate<String> READABLE_FILE = parsed(text -> Files.isRegularFile(Path.of(text)) && Files.isReadable(Path.of(text)));
  static final Predicate<String> CERTIFICATES = READABLE_FILE.and(Forms::certified);
  static final Predicate<String> DURATION = parsed(text -> positive(DurationStyle.detectAndParse(text)));
  static final Predicate<String> DATA_SIZE = parsed(text -> DataSize.parse(text).toBytes() > 0);
  static final Predicate<String> YES_OR_NO = text -> Set.of("true", "false").contains(text);
  static final Predicate<String> TIME_OF_DAY = parsed(text -> LocalTime.parse(text) != null);
  static final Predicate<String> ADDRESS = text -> text.matches("[^@\\s]+@[^@\\s]+");
  static final Predicate<String> ADDRESSES = text -> Arrays.stream(text.split(",")).map(String::strip).allMatch(ADDRESS);
  /** Spring Security's form: how it was hashed, then the hash; only ways that resist guessing. */
  static final Predicate<String> HASHED = text -> text.matches("\\{(bcrypt|argon2|scrypt|pbkdf2)(@[A-Za-z0-9_.-]+)?}.+");
  static final Predicate<String> PLAIN = text -> text.matches("\\{noop}.+");
  static final Predicate<String> IP_ADDRESS = text -> text.matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}")
      || text.matches("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+") && isAddress(text);
  static final Predicate<String> FOLDER = parsed(text -> isWritableFolder(Path.of(text).toAbsolutePath()));

  static final Predicate<String> NAMES = text -> text.matches("[A-Za-z0-9@._-]+(\\s*,\\s*[A-Za-z0-9@._-]+)*");

  private Forms() {}

  static Predicate<String> number(long from, long to) {
    return text -> text.matches("\\d{1,18}") && between(text, from, to);
  }

  static Predicate<String> oneOf(String... words) {
    return Set.of(words)::contains;
  }

  private static boolean between(String digits, long from, long to) {
    return Long.parseLong(digits) >= from && Long.parseLong(digits) <= to;
  }

  /** Of a text with a colon, so that no name is looked up. */
  private static boolean isAddress(String digits) {
    try {
      return InetAddress.getByName(digits) != null;
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private static boolean certified(String pem) {
    try {
      return TrustedCertificates.of(Path.of(pem)) != null;
    } catch (IllegalStateException noCertificate) {
      return false;
    }
  }

  /** The folder, or where it is not there the nearest one above it, in which it would be made. */
  private static boolean isWritableFolder(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private static boolean positive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  /** A text that cannot be parsed is invalid. */
  private static Predicate<String> parsed(Function<String, Boolean> test) {
    return text -> {
      try {
        return test.apply(text);
      } catch (IllegalArgumentException | DateTimeException unparsable) {
        return false;
      }
    };
  }
}
