package vn.chitra.planted.hub.confirmation;

import java.time.Clock;
import java.time.LocalDate;

/** Breaks nothing. */
public final class IsHandedAClock {

  public LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }
}
