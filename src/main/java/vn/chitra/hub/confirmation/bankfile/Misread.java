package vn.chitra.hub.confirmation.bankfile;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.Reading.NotUnderstood;
import vn.chitra.hub.confirmation.Reading.Problem;

/** Ends the reading of a file from within; every reader turns it into the value it carries before anybody else sees it. */
final class Misread extends Exception {

  private final transient NotUnderstood reading;

  Misread(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.reading = new NotUnderstood(problem, line, field, reason);
  }

  Reading reading() {
    return reading;
  }
}
