package vn.chitra.hub.channel.bankfile;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Stops the parsing of a file; every parser converts it into the value it carries before it leaves the parser. */
public final class FileParseException extends Exception {

  private final transient NotUnderstood parsed;

  public FileParseException(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.parsed = new NotUnderstood(problem, line, field, reason);
  }

  public ParseResult parsed() {
    return parsed;
  }
}
