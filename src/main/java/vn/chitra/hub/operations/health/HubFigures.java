package vn.chitra.hub.operations.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the metrics say, counted anew at most every fifteen seconds however often they are asked for. */
@Component
class HubFigures {

  private static final Duration FRESH = Duration.ofSeconds(15);

  private static final String SQL = """
      select 'payouts.' || state, count(*) from payout group by state
      union all select 'cases.' || kind, count(*) from case_record where state = 'OPEN' group by kind
      union all select 'batches.' || state, count(*) from batch group by state
      union all select 'unanswered.' || partner, extract(epoch from ?::timestamptz - min(sent_at))::bigint from batch
        where state in ('SENT', 'ACKNOWLEDGED') and not answered group by partner
      union all select 'outbox.rows', count(*) from outbox
      union all select 'outbox.lag', coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from outbox
      union all select 'proposals', count(*) from repair_proposal where state = 'PROPOSED'""";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;
  private final Clock wallClock;
  private Instant counted = Instant.MIN;
  private Map<String, Long> figures = Map.of();

  HubFigures(JdbcTemplate jdbc, Clock businessClock, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** 0 for what there is none of. */
  synchronized long of(String name) {
    Instant now = wallClock.instant();
    if (counted.equals(Instant.MIN) || counted.plus(FRESH).isBefore(now)) {
      Map<String, Long> fresh = new HashMap<>();
      jdbc.query(SQL, r -> {
        fresh.put(r.getString(1), r.getLong(2));
      }, Timestamp.from(businessClock.instant()));
      figures = fresh;
      counted = now;
    }
    return figures.getOrDefault(name, 0L);
  }
}
