package vn.chitra.hub.reconciliation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.QueueState;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Files that came and are not read yet. While one waits, the hub is late and not its partner: no case blames the partner for missing what
 * may stand in it. The trouble that keeps it waiting has a case of its own (little disk, a dead message). A file that waits for longer than
 * four hours excuses nobody any more: trouble without a case of its own, as of a broker outside, must not be silent.
 */
@Component
public class UnreadFiles {

  private static final Duration EXCUSE = Duration.ofHours(4);
  private static final String NEWEST = SqlText.of("reconciliation/find-newest-unread");

  private final JdbcClient jdbc;
  private final ObjectProvider<QueueState> queues;
  private final Clock businessClock;

  UnreadFiles(JdbcTemplate jdbc, ObjectProvider<QueueState> queues, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.queues = queues;
    this.businessClock = businessClock;
  }

  /** An unread file that came earlier excuses nobody. */
  public Instant since() {
    return businessClock.instant().minus(EXCUSE);
  }

  /** Whether nothing at all is read now, because the hub's own queues take no message. */
  public boolean isNothingRead() {
    return queues.stream().anyMatch(QueueState::areStopped);
  }

  /**
   * The day on which the partner's newest unread file came, today while nothing is read: what was due by then may stand in it. Empty when
   * all is read.
   */
  public Optional<LocalDate> until(String partner) {
    if (isNothingRead()) {
      return Optional.of(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM));
    }
    Timestamp newest = jdbc.sql(NEWEST).param("partner", partner).param("since", Timestamp.from(since()))
        .query(Timestamp.class).optional().orElse(null);
    return Optional.ofNullable(newest).map(at -> LocalDate.ofInstant(at.toInstant(), Zone.VIETNAM));
  }
}
