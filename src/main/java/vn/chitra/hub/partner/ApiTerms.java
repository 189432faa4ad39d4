package vn.chitra.hub.partner;

import java.time.Duration;
import java.util.List;

/**
 * How a partner's API may be used: section {@code api} of its profile.
 *
 * @param connection name in the settings ({@code hub.api.<connection>.*})
 * @param callsPerSecond at most so many, name checks aside
 * @param callsAtOnce at most so many at one time, name checks aside
 * @param nameChecksPerSecond at most so many
 * @param askEvery how long after a look at a bulk with unanswered payments the next one follows
 * @param askReturnsEvery the same for a bulk that is answered, while a return may still come
 * @param returnsWithin how long after sending that is
 * @param nameCheckBins banks whose accounts are asked for their holder's name before pay; none = no name check
 * @param nameGoodFor how old a name may be
 */
public record ApiTerms(String connection, int callsPerSecond, int callsAtOnce, int nameChecksPerSecond, Duration askEvery,
    Duration askReturnsEvery, Duration returnsWithin, List<String> nameCheckBins, Duration nameGoodFor) {

  public ApiTerms {
    nameCheckBins = List.copyOf(nameCheckBins);
  }
}
