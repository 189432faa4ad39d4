package vn.chitra.hub.confirmation.bankapi;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.Reading;
import vn.chitra.hub.confirmation.Reading.NotUnderstood;
import vn.chitra.hub.confirmation.Reading.Problem;

/** Ends the reading of an answer from within; every reader turns it into the value it carries before anybody else sees it. */
final class Unfit extends Exception {

  private static final long serialVersionUID = 1;

  private final transient NotUnderstood reading;

  Unfit(Problem problem, int line, @Nullable String field, String reason) {
    super(reason, null, false, false);
    this.reading = new NotUnderstood(problem, line, field, reason);
  }

  Reading reading() {
    return reading;
  }
}
