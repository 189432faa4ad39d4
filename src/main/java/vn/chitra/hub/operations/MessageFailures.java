package vn.chitra.hub.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/** Records why messages failed, in a transaction of its own, because that of the message is rolled back. */
@Component
public class MessageFailures {

  private static final String NOTE = SqlText.of("operations/note-failure");
  private static final int LONGEST = 200;

  private final JdbcClient jdbc;
  private final Clock wallClock;

  MessageFailures(JdbcClient jdbc, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.wallClock = wallClock;
  }

  /** @param exception names of classes only, @param attempts so far */
  public record Failed(String body, FailureReason reason, String exception, int attempts) {}

  /** @param body of the message: ids only */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void note(String queue, String body, Throwable failure) {
    String classes = FailureReason.classes(failure);
    jdbc.sql(NOTE).param("queue", queue).param("body", body).param("reason", FailureReason.of(failure).name())
        .param("exception", classes.substring(0, Math.min(LONGEST, classes.length())))
        .param("now", Timestamp.from(wallClock.instant())).update();
  }

  /** The failed ones of these messages, in no order. */
  public List<Failed> of(String queue, List<String> bodies) {
    return jdbc.sql("select body, reason, exception, attempts from message_failure where queue = :queue and body = any (:bodies)")
        .param("queue", queue).param("bodies", bodies.toArray(String[]::new))
        .query((r, n) -> new Failed(r.getString(1), FailureReason.valueOf(r.getString(2)), r.getString(3), r.getInt(4))).list();
  }

  /** Deletes the failures of a queue without dead messages: they are no longer needed. */
  void forget(String queue) {
    jdbc.sql("delete from message_failure where queue = :queue and failed_at < :before").param("queue", queue)
        .param("before", Timestamp.from(wallClock.instant().minusSeconds(3_600))).update();
  }
}
