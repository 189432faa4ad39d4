package vn.chitra.hub.channel.iso20022;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Stops the parsing; never leaves this package: {@link IsoReader} converts it into a value. */
final class NotIsoException extends Exception {

  /** A name of the bank's own making may be of any length. */
  private static final int LONGEST_FIELD = 40;

  @Serial private static final long serialVersionUID = 1L;
  private final transient NotUnderstood why;

  NotIsoException(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.why = new NotUnderstood(problem, line, field == null ? null : field.substring(0, Math.min(field.length(), LONGEST_FIELD)), reason);
  }

  NotUnderstood why() {
    return why;
  }
}
