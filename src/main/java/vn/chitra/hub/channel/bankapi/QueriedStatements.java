package vn.chitra.hub.channel.bankapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The days for which statements were requested, and the days whose statements are here. */
public interface QueriedStatements {

  /** The day of our first bulk at the partner. */
  Optional<LocalDate> firstDay(String partner);

  /** Days that need no request: the statement is here, or it was requested since then. */
  Set<LocalDate> settled(String partner, Instant since);

  void note(String partner, LocalDate day, Instant at, boolean here);
}
