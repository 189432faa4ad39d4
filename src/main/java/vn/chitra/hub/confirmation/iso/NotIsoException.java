package vn.chitra.hub.confirmation.iso;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.Reading.NotUnderstood;
import vn.chitra.hub.confirmation.Reading.Problem;

/** Reading cannot go on; never leaves this package: {@link IsoReader} turns it into a value. */
final class NotIsoException extends Exception {

  @Serial private static final long serialVersionUID = 1L;
  private final transient NotUnderstood why;

  NotIsoException(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.why = new NotUnderstood(problem, line, field, reason);
  }

  NotUnderstood why() {
    return why;
  }
}
