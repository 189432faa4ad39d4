package vn.chitra.hub.channel.bankapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** For which days statements were asked, and which of them are here. */
public interface QueriedStatements {

  /** The day of our first bulk at the partner. */
  Optional<LocalDate> firstDay(String partner);

  /** Days that need no asking: here, or asked for since then. */
  Set<LocalDate> settled(String partner, Instant since);

  void note(String partner, LocalDate day, Instant at, boolean here);
}
