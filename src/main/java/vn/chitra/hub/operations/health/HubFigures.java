package vn.chitra.hub.operations.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * The values of the metrics, counted at most every fifteen seconds, independent of the number of requests. Where the payouts take long to
 * count, as in open months of a million, they are counted less often: counting takes a hundredth of the time, and no value is older than five
 * minutes.
 */
@Component
class HubFigures {

  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int PAUSES_FOR_A_COUNT = 99;

  private static final String FIGURES = SqlText.of("operations/count-hub-figures");
  private static final String PAYOUTS = SqlText.of("operations/count-payouts-by-state");

  private final JdbcClient jdbc;
  private final Clock businessClock;
  private final Clock wallClock;
  private Counted figures = new Counted(Map.of(), Instant.MIN);
  private Counted payouts = new Counted(Map.of(), Instant.MIN);

  HubFigures(JdbcClient jdbc, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  private record Counted(Map<String, Long> values, Instant until) {}

  /** 0 for what there is none of. */
  synchronized long of(String name) {
    Instant now = wallClock.instant();
    if (name.startsWith("payouts.")) {
      if (!now.isBefore(payouts.until())) {
        Map<String, Long> fresh = counted(jdbc.sql(PAYOUTS));
        Instant ended = wallClock.instant();
        payouts = new Counted(fresh, ended.plus(pause(Duration.between(now, ended))));
      }
      return payouts.values().getOrDefault(name, 0L);
    }
    if (!now.isBefore(figures.until())) {
      figures = new Counted(counted(jdbc.sql(FIGURES).param("now", Timestamp.from(businessClock.instant()))), now.plus(FRESH));
    }
    return figures.values().getOrDefault(name, 0L);
  }

  private static Duration pause(Duration count) {
    Duration pause = count.multipliedBy(PAUSES_FOR_A_COUNT);
    return pause.compareTo(FRESH) < 0 ? FRESH : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Map<String, Long> counted(JdbcClient.StatementSpec statement) {
    Map<String, Long> fresh = new HashMap<>();
    statement.query(r -> {
      fresh.put(r.getString(1), r.getLong(2));
    });
    return fresh;
  }
}
