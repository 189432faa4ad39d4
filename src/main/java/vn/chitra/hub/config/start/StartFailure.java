package vn.chitra.hub.config.start;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import vn.chitra.hub.support.DatabaseErrors;

/**
 * The cause that stopped the start, in a sentence, and whether a restart can heal it: a database that is away comes back, everything else
 * needs a person.
 *
 * @param words in Vietnamese, without a value of a setting
 * @param status of the process: {@value SettingsIncomplete#STATUS} is never restarted by systemd
 */
public record StartFailure(String words, int status) {

  private static final int RESTART = 1;

  /** The status with which a hub that did not start ends. */
  public static int status(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = next(one)) {
      if (one instanceof ExitCodeGenerator known) {
        return known.getExitCode();
      }
    }
    return of(thrown).map(StartFailure::status).orElse(RESTART);
  }

  /** Empty for an error that is not known. */
  static Optional<StartFailure> of(Throwable thrown) {
    Optional<StartFailure> found = Optional.empty();
    for (Throwable one = thrown; one != null; one = next(one)) {
      Optional<StartFailure> known = known(one);
      found = known.isPresent() ? known : found;   // the innermost says most
    }
    return found;
  }

  private static Optional<StartFailure> known(Throwable one) {
    if (one instanceof FlywayValidateException) {
      return forPerson("Lược đồ trong cơ sở dữ liệu của hub không phải của bản phần mềm này: mới hơn, hoặc đã bị sửa.");
    }
    if (one instanceof SQLException error && error.getSQLState() != null) {
      String words = "Cơ sở dữ liệu của hub (hub.database): " + DatabaseErrors.words(error) + ".";
      return Optional.of(new StartFailure(words, DatabaseErrors.passes(error) ? RESTART : SettingsIncomplete.STATUS));
    }
    if (one instanceof PortInUseException || one instanceof ConnectorStartFailedException || one instanceof BindException) {
      return forPerson("Không mở được cổng của hub.console hoặc hub.management: tiến trình khác đang giữ cổng ấy, hoặc địa chỉ không phải"
          + " của máy này, hoặc cổng dưới 1024.");
    }
    return Optional.empty();
  }

  private static Optional<StartFailure> forPerson(String words) {
    return Optional.of(new StartFailure(words, SettingsIncomplete.STATUS));
  }

  private static Throwable next(Throwable one) {
    return one.getCause() == one ? null : one.getCause();
  }
}
