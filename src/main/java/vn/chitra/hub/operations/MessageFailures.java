package vn.chitra.hub.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Why messages failed. Noted in a transaction of its own, for that of the message is rolled back. */
@Component
public class MessageFailures {

  private static final int LONGEST = 200;

  private final JdbcTemplate jdbc;
  private final Clock wallClock;

  MessageFailures(JdbcTemplate jdbc, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.wallClock = wallClock;
  }

  /** @param exception names of classes only, @param attempts so far */
  public record Failed(String body, FailureReason reason, String exception, int attempts) {}

  /** @param body of the message: ids only */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void note(String queue, String body, Throwable failure) {
    String classes = FailureReason.classes(failure);
    jdbc.update("""
        insert into message_failure as f (queue, body, reason, exception, attempts, failed_at) values (?, ?, ?, ?, 1, ?)
        on conflict (queue, body) do update set reason = excluded.reason, exception = excluded.exception, attempts = f.attempts + 1,
          failed_at = excluded.failed_at""", queue, body, FailureReason.of(failure).name(),
        classes.substring(0, Math.min(LONGEST, classes.length())), Timestamp.from(wallClock.instant()));
  }

  /** Those of the messages that failed, in no order. */
  public List<Failed> of(String queue, List<String> bodies) {
    return jdbc.query("select body, reason, exception, attempts from message_failure where queue = ? and body = any (?)",
        (r, n) -> new Failed(r.getString(1), FailureReason.valueOf(r.getString(2)), r.getString(3), r.getInt(4)), queue,
        bodies.toArray(String[]::new));
  }

  /** None of the queue's messages is dead: nobody asks any more why one failed an hour ago. */
  void forget(String queue) {
    jdbc.update("delete from message_failure where queue = ? and failed_at < ?", queue,
        Timestamp.from(wallClock.instant().minusSeconds(3_600)));
  }
}
