package vn.chitra.planted.hub.inbound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

/** Breaks nothing. */
public final class IsHandedAClock {

  public LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }

  public Date asForeignersWant(Clock clock) {
    return Date.from(clock.instant());
  }
}
