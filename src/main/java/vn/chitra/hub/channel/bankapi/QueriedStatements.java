package vn.chitra.hub.channel.bankapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The days for which statements were requested, and the days whose statements are here. */
public interface QueriedStatements {

  /** The day of our first bulk at the partner. */
  Optional<LocalDate> firstDay(String partner);

  /**
   * Days that need no request now: the statement is here; it was requested less than half an hour ago, or on an earlier day less than a day
   * ago; it is 31 days late; or a person closed the case that it is missing.
   */
  Set<LocalDate> settled(String partner, Instant now);

  void note(String partner, LocalDate day, Instant at, boolean here);
}
