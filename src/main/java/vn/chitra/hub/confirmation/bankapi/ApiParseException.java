package vn.chitra.hub.confirmation.bankapi;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.ParseResult;
import vn.chitra.hub.confirmation.ParseResult.NotUnderstood;
import vn.chitra.hub.confirmation.ParseResult.Problem;

/** Ends the parsing of an answer from within; every parser turns it into the value it carries before anybody else sees it. */
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
