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
 * The values of the metrics, counted at most every fifteen seconds, independent of the number of requests. Where counting takes long, as with
 * the open months of a million payouts, it is done less often: it takes at most a hundredth of the time.
 */
@Component
class HubFigures {

  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int LEAST_PAUSE = 99;

  private static final String FIGURES = SqlText.of("operations/count-hub-figures");

  private final JdbcClient jdbc;
  private final Clock businessClock;
  private final Clock wallClock;
  private Instant nextCount = Instant.MIN;
  private Map<String, Long> figures = Map.of();

  HubFigures(JdbcClient jdbc, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** 0 for what there is none of. */
  synchronized long of(String name) {
    Instant now = wallClock.instant();
    if (!now.isBefore(nextCount)) {
      Map<String, Long> fresh = new HashMap<>();
      jdbc.sql(FIGURES).param("now", Timestamp.from(businessClock.instant())).query(r -> {
        fresh.put(r.getString(1), r.getLong(2));
      });
      figures = fresh;
      Instant ended = wallClock.instant();
      Duration pause = Duration.between(now, ended).multipliedBy(LEAST_PAUSE);
      nextCount = ended.plus(pause.compareTo(FRESH) > 0 ? pause : FRESH);
    }
    return figures.getOrDefault(name, 0L);
  }
}
