package vn.chitra.hub.channel.bankapi;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Stops the parsing of an answer; every parser converts it into the value it carries before it leaves this package. */
final class ApiParseException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient NotUnderstood parsed;

  ApiParseException(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.parsed = new NotUnderstood(problem, line, field, reason);
  }

  ParseResult parsed() {
    return parsed;
  }
}
