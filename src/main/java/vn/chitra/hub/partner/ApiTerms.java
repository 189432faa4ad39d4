package vn.chitra.hub.partner;

import java.time.Duration;
import java.util.List;

/**
 * The terms for the use of a partner's API: section {@code api} of its profile.
 *
 * @param connection name in the settings ({@code hub.api.<connection>.*})
 * @param callsPerSecond at most so many, name checks aside
 * @param callsAtOnce at most so many at one time, name checks aside
 * @param nameChecksPerSecond at most so many
 * @param askEvery time between two queries about a bulk with unanswered payments
 * @param askReturnsEvery the same for a bulk that is answered, while a return may still come
 * @param returnsWithin how long after a payment was made a return may still come
 * @param nameCheckBins banks whose accounts are asked for their holder's name before pay; none = no name check
 * @param nameGoodFor how old a name may be
 */
public record ApiTerms(String connection, int callsPerSecond, int callsAtOnce, int nameChecksPerSecond, Duration askEvery,
    Duration askReturnsEvery, Duration returnsWithin, List<String> nameCheckBins, Duration nameGoodFor) {

  public ApiTerms {
    nameCheckBins = List.copyOf(nameCheckBins);
  }
}
